package dev.idpscripts.view;

import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What looks wrong about the chain of one hook. Hints, not errors: each may be meant. */
final class PipelineLint {

    private static final Pattern WRITES =
            Pattern.compile("\\boutput\\s*\\.\\s*(\\w+)\\s*=(?!=)|\\boutput\\s*\\[\\s*\"([^\"]+)\"\\s*]\\s*=(?!=)");
    private static final Pattern READS =
            Pattern.compile("\\bvariables\\s*\\??\\.\\s*(\\w+)|\\bvariables\\s*\\[\\s*\"([^\"]+)\"");
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final int TENS = 10;

    private final Inventory server;
    private final InventoryIndex index;

    PipelineLint(Inventory server, InventoryIndex index) {
        this.server = server;
        this.index = index;
    }

    /** Seconds that one binding takes if every try times out. */
    static long longest(StoredBinding b) {
        int tries = b.failurePolicy() == FailurePolicy.RETRY ? 1 + b.maxRetries() : 1;
        return (long) b.timeoutSeconds() * tries;
    }

    /**
     * The hints.
     *
     * @param chain in order
     */
    List<String> examine(Hook hook, List<StoredBinding> chain) {
        List<String> notes = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (StoredBinding b : chain) {
            StoredScript script = index.script(b.scriptId()).orElse(null);
            String where = "! " + hook + ", order " + b.executionOrder() + ": ";
            if (script != null && b.enabled() && script.status() != ScriptStatus.ACTIVE) {
                notes.add(where + script.name() + " is " + script.status() + ", so it does not run");
            }
            if (b.failurePolicy() == FailurePolicy.RETRY && b.maxRetries() == 0) {
                notes.add(where + "on failure retry, but with 0 retries: it aborts at the first failure");
            }
            if (!seen.add(b.scriptId())) {
                notes.add(where + name(b) + " runs a second time on this hook");
            }
        }
        unread(hook, chain, notes);
        gaps(hook, chain, notes);
        long worst = chain.stream()
                .filter(b -> PipelineView.runs(b, index.script(b.scriptId())))
                .mapToLong(PipelineLint::longest)
                .sum();
        boolean inTheTable = chain.size() == 1 && worst == chain.get(0).timeoutSeconds();
        if (worst > 0 && !inTheTable) {
            notes.add("  " + hook + " takes at most " + worst + " s: the sum of timeouts times tries");
        }
        return notes;
    }

    private String name(StoredBinding b) {
        return index.script(b.scriptId()).map(StoredScript::name).orElse("a deleted script");
    }

    /** What a script puts out is a variable of the scripts after it on the same hook. */
    private void unread(Hook hook, List<StoredBinding> chain, List<String> notes) {
        for (int i = 0; i < chain.size() - 1; i++) {
            Set<String> written = found(WRITES, chain.get(i));
            for (StoredBinding later : chain.subList(i + 1, chain.size())) {
                written.removeAll(found(READS, later));
            }
            if (!written.isEmpty()) {
                notes.add("  " + hook + ", order " + chain.get(i).executionOrder() + ": no later script reads what "
                        + name(chain.get(i)) + " puts out: " + String.join(", ", written));
            }
        }
    }

    private Set<String> found(Pattern pattern, StoredBinding b) {
        String body = Optional.ofNullable(server.current().get(b.scriptId()))
                .map(StoredVersion::scriptBody)
                .orElse("");
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(COMMENT.matcher(body).replaceAll(""));
        while (matcher.find()) {
            names.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return names;
    }

    /** Orders in tens leave room; one that breaks the rhythm is more often a leftover than a wish. */
    private static void gaps(Hook hook, List<StoredBinding> chain, List<String> notes) {
        List<Integer> orders = chain.stream().map(StoredBinding::executionOrder).toList();
        for (int i = 1; i < orders.size(); i++) {
            if (orders.get(i) - orders.get(i - 1) > TENS) {
                notes.add("  " + hook + ": a gap between order " + orders.get(i - 1) + " and " + orders.get(i) + " ("
                        + orders.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")");
                return;
            }
        }
    }
}
