package dev.idpscripts.check;

import dev.idpscripts.engine.Compiled;
import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.Job;
import dev.idpscripts.engine.Place;
import dev.idpscripts.engine.ScriptFailure;
import dev.idpscripts.engine.StandardFunctions;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Finding.Level;
import dev.idpscripts.model.check.Rule;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.pull.Markers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles bodies with the variables that scripts see, and says what compiles and fails later. */
public final class Compilation {

    /** With all that a context can define (server.md 4.2). */
    private static final Map<String, String> CONTEXT = Map.of("target_uid", "");

    private static final Pattern UNDEFINED = Pattern.compile("Undefined variable: (\\S+)");
    private static final Pattern DEFINITION = Pattern.compile("\\b(?:let|const|for|fn)\\s+\\(?(\\w+)");

    private final Engine engine;
    private final UUID tenant;
    private final Warnings warnings = new Warnings(new StandardFunctions());

    public Compilation(Engine engine, UUID tenant) {
        this.engine = engine;
        this.tenant = tenant;
    }

    /** What is wrong with each script's body, and what may go wrong; several at once. */
    public List<Finding> check(List<Script> scripts) {
        return scripts.parallelStream()
                .flatMap(script -> check(script).stream())
                .sorted()
                .toList();
    }

    /** What is wrong with a script's body, and what may go wrong. */
    List<Finding> check(Script script) {
        Compiled compiled =
                engine.compile(new Job(script.body().text(), CONTEXT, tenant, Contexts.CONNECTOR, Contexts.USER));
        return compiled.failure()
                .map(failure -> List.of(error(script, failure)))
                .orElseGet(() -> compiled.facts()
                        .map(facts -> warnings.of(script, facts))
                        .orElse(List.of()));
    }

    private static Finding error(Script script, ScriptFailure failure) {
        List<String> lines = script.body().lines();
        int line = failure.place().line();
        if (line > 0 && line <= lines.size() && Markers.isMark(lines.get(line - 1))) {
            SourceLocation origin = script.at(line, 1);
            return new Finding(Level.ERROR, Rule.SCRIPT_COMPILES, origin, Markers.problem(origin.line()));
        }
        Optional<Place> unclosed = failure.message().startsWith("Expecting '}'")
                ? Braces.unclosed(script.body().text())
                : Optional.empty();
        Place place = unclosed.orElse(failure.place());
        return new Finding(
                Level.ERROR,
                Rule.SCRIPT_COMPILES,
                script.at(place.line(), place.column()),
                failure.message()
                        + (unclosed.isPresent() ? "; the script ends before the { here is closed" : "")
                        + hint(script, failure.message()));
    }

    private static String hint(Script script, String message) {
        Matcher m = UNDEFINED.matcher(message);
        if (!m.matches()) {
            return "";
        }
        String name = m.group(1);
        if (name.equals("error_message")) {
            return "; no run of a script that can be tried has it (server.md 4.2): read it only where is_def_var(\"error_message\")";
        }
        Set<String> known = new TreeSet<>(ScopeVariables.ALL);
        Matcher definitions = DEFINITION.matcher(script.body().text());
        while (definitions.find()) {
            known.add(definitions.group(1));
        }
        return known.contains(name)
                ? "; it is defined, but not for this line: functions see only their arguments, lines only what is above them"
                : Suggestion.didYouMean(name, known);
    }
}
