package dev.idpscripts.check;

import dev.idpscripts.engine.Engine;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.TestCase;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries a script that no file has yet. */
public final class FirstRun {

    private FirstRun() {}

    /**
     * What it does.
     *
     * @param template what it was made from
     * @throws UserError with every line that does not compile
     */
    public static RunOutcome run(
            Engine engine, Environment environment, Script script, String template, JsonValue context) {
        Examined examined =
                Examiner.embedded(engine, environment).examine(script.testedBy(List.of(first(script, context))));
        if (!examined.compiles()) {
            List<String> errors = examined.findings().stream()
                    .filter(Finding::isError)
                    .flatMap(error -> lines(script, error))
                    .toList();
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "template " + template + " with these values does not compile:\n  " + String.join("\n  ", errors),
                    "Nothing was written. Texts stand in the script as they are given: Rhai strings need their own quotes.");
        }
        return examined.tests().cases().get(0).seen();
    }

    private static TestCase first(Script script, JsonValue context) {
        return new TestCase("first run", context, Optional.empty(), Optional.empty(), script.origin());
    }

    private static Stream<String> lines(Script script, Finding error) {
        int line = error.origin().line();
        return Stream.concat(
                Stream.of("line " + line + ": " + error.message()),
                script.source().line(line).map(text -> "  " + text).stream());
    }
}
