package dev.idpscripts.command.change;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.FindingsText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rollback has to do with files: old bodies are in none, and those that are may say something else. */
public final class RollbackPlaces {

    private RollbackPlaces() {}

    /** Shows the lines of old bodies. */
    public static FindingsText findingsText(RollbackPlan plan, Style style) {
        Map<String, Script> bodies = plan.plan().changes().stream()
                .flatMap(change -> body(change).stream())
                .collect(Collectors.toMap(script -> script.source().file(), script -> script));
        return new FindingsText(style, origin -> Optional.ofNullable(bodies.get(origin.file()))
                .flatMap(script -> script.source().line(origin.line())));
    }

    /** The old body that a change brings back; empty if it brings none. */
    public static Optional<Script> body(Change change) {
        return change instanceof ScriptChange script ? script.body() : Optional.empty();
    }

    /** What files may call it: where it was renamed, by the name that it had. */
    private static Stream<ObjectAddress> names(Change change) {
        Stream<ObjectAddress> old = change instanceof NamedChange.Rename rename
                ? Stream.of(rename.current().address())
                : Stream.empty();
        return Stream.concat(Stream.of(change.subject()), old);
    }

    /**
     * What is something else now than the files say, sorted.
     *
     * @param undone what went back
     * @param next what an apply of the files would do
     */
    public static List<String> differing(ApplyResult undone, Plan next) {
        Set<ObjectAddress> subjects = undone.in(ApplyResult.State.APPLIED).stream()
                .flatMap(result -> names(result.change()))
                .collect(Collectors.toSet());
        return next.changes().stream()
                .map(Change::subject)
                .filter(subjects::contains)
                .map(ObjectAddress::toString)
                .distinct()
                .sorted()
                .toList();
    }
}
