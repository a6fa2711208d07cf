package dev.idpscripts.check;

import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.Job;
import dev.idpscripts.engine.Lost;
import dev.idpscripts.engine.Run;
import dev.idpscripts.engine.ScriptFailure;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.check.RunOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Runs bodies in the embedded engine, which tells more than the server. */
public final class EmbeddedRunner implements Runner {

    private final Engine engine;
    private final UUID tenant;
    private final boolean trace;

    /**
     * @param tenant what scripts see as {@code tenant_id}
     * @param trace whether to note which lines are reached; this takes longer
     */
    public EmbeddedRunner(Engine engine, UUID tenant, boolean trace) {
        this.engine = engine;
        this.tenant = tenant;
        this.trace = trace;
    }

    @Override
    public RunOutcome run(Body body, JsonValue context) {
        Job job = new Job(body.text(), context.value(), tenant, Contexts.CONNECTOR, Contexts.USER);
        long start = System.nanoTime();
        Run run = trace ? engine.trace(job) : engine.run(job);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new RunOutcome(
                run.failure().map(EmbeddedRunner::failure),
                run.result().map(result -> new JsonValue(result.attributes())),
                run.result().map(result -> new JsonValue(result.output())),
                Optional.of(run.log().stream()
                        .map(line -> new RunOutcome.LogLine(line.level(), line.text()))
                        .toList()),
                run.printed(),
                OptionalLong.of(run.operations()),
                duration,
                run.lost().stream().map(EmbeddedRunner::lost).toList(),
                run.lines().map(lines -> new RunOutcome.Lines(lines.all(), lines.reached())));
    }

    static RunOutcome.Lost lost(Lost lost) {
        return new RunOutcome.Lost(
                lost.name(), lost.kind(), lost.place().line(), lost.place().column());
    }

    private static Failure failure(ScriptFailure failure) {
        Failure.FailureKind kind =
                switch (failure.cause()) {
                    case COMPILATION -> Failure.FailureKind.COMPILATION;
                    case RUNTIME -> Failure.FailureKind.RUNTIME;
                    case TIME, SPACE, PANIC -> Failure.FailureKind.STOPPED;
                };
        return new Failure(
                kind,
                failure.asServer(),
                failure.message(),
                failure.place().line(),
                failure.place().column(),
                failure.calls().stream()
                        .map(frame -> new Failure.Frame(
                                frame.function(),
                                frame.place().line(),
                                frame.place().column()))
                        .toList());
    }
}
