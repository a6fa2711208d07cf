package dev.idpscripts.mojo;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Applied;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.report.FindingsText;
import dev.idpscripts.report.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a roll-back has to do with files: old bodies are in none, and those that are may say something else. */
final class RollbackPlaces {

    private RollbackPlaces() {}

    /** Shows the lines of old bodies. */
    static FindingsText of(RollbackPlan plan, Style style) {
        Map<String, Script> bodies = plan.plan().changes().stream()
                .map(change -> ((ScriptChange.Update) change).script())
                .collect(Collectors.toMap(script -> script.source().file(), script -> script));
        return new FindingsText(style, origin -> Optional.ofNullable(bodies.get(origin.file()))
                .flatMap(script -> script.source().line(origin.line())));
    }

    /** The scripts that went back to something else than the files say, sorted. */
    static List<String> differing(Declarations files, Applied result) {
        Map<String, Body> declared =
                files.scripts().stream().collect(Collectors.toMap(Script::name, Script::body, (a, b) -> a));
        return result.in(Applied.State.APPLIED).stream()
                .map(each -> ((ScriptChange.Update) each.change()).script())
                .flatMap(script -> Stream.ofNullable(declared.get(script.name()))
                        .filter(body -> !body.equals(script.body()))
                        .map(body -> script.name()))
                .sorted()
                .toList();
    }
}
