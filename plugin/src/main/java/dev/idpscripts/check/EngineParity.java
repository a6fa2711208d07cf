package dev.idpscripts.check;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.check.RunOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks two engines the same, to see whether one may stand for the other. */
public final class EngineParity {

    private static final JsonValue CONTEXT = new JsonValue(Map.of("attributes", Map.of("mail", "A@Example.com")));

    /** What runs, what does not compile, and what fails; small, for each is a request. */
    private static final List<Body> PROBES = List.of(
            new Body("""
                    attributes.mail = attributes.mail.to_lower();
                    let parts = attributes.mail.split("@").map(|part| part.len());
                    output.sum = parts.reduce(|sum, n| (sum ?? 0) + n) / 2.0;
                    """),
            new Body("let a = 1;\nlet b = ;\n"),
            new Body("let a = [1];\na[5] = 2;\n"),
            // What depends on locks, on panics, on JSON and on 64 bits.
            new Body("let a = [1, 1];\noutput.a = a.filter(|x| a.index_of(x) == 0);\n"),
            new Body(
                    "let a = [];\nfor i in 0..40 { a.push(i * 7 % 40); }\na.sort(|x, y| (x + y) % 3 - 1);\noutput.a = a;\n"),
            new Body("output.a = 1;\noutput.f = 1.0 / 0.0;\nattributes.r = 1..3;\n"),
            new Body("let a = [];\na.pad(4294967297, 0);\n"));

    private EngineParity() {}

    /** What the two say differently, as a clause; empty if nothing. */
    public static Optional<String> difference(Runner here, Runner there) {
        return PROBES.stream()
                .flatMap(body -> difference(here.run(body, CONTEXT), there.run(body, CONTEXT)).stream())
                .findFirst();
    }

    private static Optional<String> difference(RunOutcome here, RunOutcome there) {
        Optional<String> one = error(here);
        Optional<String> other = error(there);
        if (!one.equals(other)) {
            return Optional.of(
                    "here " + one.orElse("a script runs to its end") + ", there " + other.orElse("it runs to its end"));
        }
        boolean same =
                here.attributes().equals(there.attributes()) && here.output().equals(there.output());
        return same ? Optional.empty() : Optional.of("a script has another result there");
    }

    private static Optional<String> error(RunOutcome observed) {
        return observed.failure()
                .map(Failure::text)
                .map(text -> "\"" + text.lines().findFirst().orElse("") + "\"");
    }
}
