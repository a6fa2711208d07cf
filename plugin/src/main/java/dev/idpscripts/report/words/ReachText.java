package dev.idpscripts.report.words;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.AffectedBinding;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.report.style.Text;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says where a script runs, now and after the plan: where it is bound, as long as it is active. */
public final class ReachText {

    /** Begins what does not run. */
    public static final String NOWHERE = "runs nowhere";

    private static final String UNBOUND = "nowhere: no binding";

    private ReachText() {}

    /** Such as {@code runs before create on Corporate LDAP, HR feed; after this plan nowhere: it is inactive}. */
    public static String of(List<Change> changes, List<AffectedBinding> places) {
        Optional<StoredScript> stored =
                changes.stream().flatMap(change -> stored(change).stream()).findFirst();
        boolean activeNow =
                stored.filter(script -> script.status() == ScriptStatus.ACTIVE).isPresent();
        boolean activeThen = activeThen(changes, activeNow);
        String bound = words(places, AffectedBinding::now);
        String now = where(bound, activeNow);
        String then = where(words(places, AffectedBinding::after), activeThen);
        boolean deleted = changes.stream().anyMatch(change -> change.kind() == Change.Kind.DELETE);
        if (stored.isEmpty() || deleted) {
            return Text.clean("runs " + (deleted ? now : then));
        }
        if (!now.equals(then)) {
            return Text.clean("runs " + now + "; after this plan " + then);
        }
        return Text.clean("runs " + now + (activeNow || bound.isEmpty() ? "" : ", but bound " + bound));
    }

    private static Optional<StoredScript> stored(Change change) {
        if (change instanceof NamedChange named) {
            return Optional.of(named.current())
                    .filter(StoredScript.class::isInstance)
                    .map(StoredScript.class::cast);
        }
        return change instanceof ScriptChange script
                ? script.match(ScriptChange.FACTS).current()
                : Optional.empty();
    }

    private static boolean activeThen(List<Change> changes, boolean now) {
        boolean active = now;
        for (Change change : changes) {
            active = change.kind() == Change.Kind.ACTIVATE || (active && change.kind() != Change.Kind.DEACTIVATE);
        }
        return active;
    }

    private static String where(String bound, boolean active) {
        if (bound.isEmpty()) {
            return UNBOUND;
        }
        return active ? bound : "nowhere: it is inactive";
    }

    /** Such as {@code before create on Corporate LDAP, HR feed; after update on HR feed (disabled)}; empty for no place. */
    private static String words(List<AffectedBinding> places, Predicate<AffectedBinding> when) {
        Map<String, Set<String>> byHook = new LinkedHashMap<>();
        places.stream()
                .filter(when)
                .sorted(Comparator.comparing(place -> place.slot().hook().toString()))
                .forEach(place -> byHook.computeIfAbsent(place.slot().hook().toString(), hook -> new LinkedHashSet<>())
                        .add(place.slot().connector() + (place.enabled() ? "" : " (disabled)")));
        return byHook.entrySet().stream()
                .map(entry -> entry.getKey() + " on " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
