package dev.idpscripts.plan;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Scripts whose newest version was stored but never became current, because a connection broke at the wrong moment: the server
 * refuses every further version and every rollback for ever (server.md 3.2). They are explained and never pushed to; when
 * told, they are recreated: the old one steps aside, so that it runs until the new one has its bindings.
 */
final class Wedged {

    private final Inventory server;
    private final Set<String> names;
    private final Map<String, StoredScript> replaced = new LinkedHashMap<>();
    private final Map<UUID, Script> replacements = new LinkedHashMap<>();

    Wedged(Inventory server, PlanOptions options, List<Script> declared, Matches<Script, StoredScript> matches) {
        this.server = server;
        this.names = server.scripts().stream().map(StoredScript::name).collect(Collectors.toCollection(HashSet::new));
        declared.forEach(script -> names.add(script.name()));
        if (options.recreateWedged()) {
            declared.forEach(script -> matches.of(script.name())
                    .filter(stored -> stuck(stored).isPresent() && !stored.isSystem())
                    .ifPresent(stored -> {
                        replaced.put(script.name(), stored);
                        replacements.put(stored.id(), script);
                    }));
        }
    }

    /** The version that never became current. */
    Optional<StoredVersion> stuck(StoredScript script) {
        return Optional.ofNullable(server.evidence().wedged().get(script.id()));
    }

    boolean isReplaced(StoredScript script) {
        return replacements.containsKey(script.id());
    }

    /** The wedged script that this declared one is made instead of. */
    Optional<StoredScript> replacedBy(Script script) {
        return Optional.ofNullable(replaced.get(script.name()));
    }

    /** Whether the script of this declared name is made instead of a wedged one. */
    boolean isReplacing(String declaredName) {
        return replaced.containsKey(declaredName);
    }

    /** The declared script that is made instead of this wedged one. */
    Optional<Script> replacement(UUID stored) {
        return Optional.ofNullable(replacements.get(stored));
    }

    /** Adds what becomes of the old scripts, before any other rename; the new ones are planned like any that is missing. */
    void plan(PlanBuilder draft) {
        replacements.forEach((id, script) -> {
            StoredScript old = replaced.get(script.name());
            String aside = aside(old.name());
            draft.add(
                    new NamedChange.Rename(old, aside),
                    Reason.of("it is wedged and steps aside for the new one", script.origin()));
            draft.add(
                    new NamedChange.Delete(old.named(aside)),
                    Reason.of("it is wedged: version " + (old.currentVersion() + 1) + " never became current"));
            draft.remark("script " + script.name() + " is recreated: it gets another id, and "
                    + Phrase.word(
                            old.currentVersion(), "its version is", "its " + old.currentVersion() + " versions are")
                    + " lost");
        });
    }

    private String aside(String name) {
        for (int n = 1; ; n++) {
            String aside = ObjectName.aside(name, n == 1 ? " (wedged)" : " (wedged " + n + ")");
            if (names.add(aside)) {
                return aside;
            }
        }
    }

    /** What a person must know about a wedged script that something is to be pushed to. */
    static String explain(String name, StoredScript stored, StoredVersion stuck) {
        return "the script \"" + name + "\" is wedged on the server: version " + stuck.versionNumber()
                + " was stored (by "
                + stuck.createdBy() + ", " + stuck.createdAt() + ") but version " + stored.currentVersion()
                + " stayed the current one, most likely because a connection broke. It runs version "
                + stored.currentVersion()
                + " as before, but the server refuses every further version and every rollback, for ever. To recreate it"
                + " with the same bindings (it gets another id and loses its history): "
                + GoalCommand.of("apply").with("recreateWedged");
    }
}
