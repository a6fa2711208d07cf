package dev.idpscripts.check;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.stored.DryRun;
import dev.idpscripts.server.TestingApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs bodies on the server without a trace there; it tells neither log nor operations. */
public final class ServerRunner implements Runner {

    /** An error ends with its place, unless the language knows none (server.md 4.3). */
    private static final Pattern PLACE = Pattern.compile(" \\(line (\\d+), position (\\d+)\\)");

    private static final String COMPILATION = "Compilation error: ";
    private static final String RUNTIME = "Runtime error: ";

    private final TestingApi server;

    public ServerRunner(TestingApi server) {
        this.server = server;
    }

    @Override
    public RunOutcome run(Body body, JsonValue context) {
        return observed(server.dryRun(body, Contexts.fixed(context).value()));
    }

    /** What a dry run on the server showed. */
    public static RunOutcome observed(DryRun run) {
        Optional<Map<?, ?>> output = run.output() instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
        return new RunOutcome(
                run.success() ? Optional.empty() : Optional.of(failure(run.error() == null ? "" : run.error())),
                output.map(map -> new JsonValue(map.get("modified_attributes"))),
                output.map(map -> new JsonValue(map.get("output_variables"))),
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                Duration.ofMillis(run.durationMs()),
                List.of(),
                Optional.empty());
    }

    private static Failure failure(String text) {
        Matcher place = PLACE.matcher(text);
        int line = 0;
        int column = 0;
        // Of a failure in a function, the first place is where it failed; where it was called follows.
        if (place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        Failure.FailureKind kind =
                text.startsWith(COMPILATION) ? Failure.FailureKind.COMPILATION : Failure.FailureKind.RUNTIME;
        String message = text.substring(
                text.startsWith(COMPILATION) ? COMPILATION.length() : text.startsWith(RUNTIME) ? RUNTIME.length() : 0);
        // Lines that follow tell the calls.
        String first = message.lines().findFirst().orElse("");
        return new Failure(kind, text, PLACE.matcher(first).replaceAll(""), line, column, List.of());
    }
}
