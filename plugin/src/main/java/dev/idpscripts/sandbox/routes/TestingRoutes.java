package dev.idpscripts.sandbox.routes;

import static dev.idpscripts.sandbox.wire.Struct.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.Job;
import dev.idpscripts.engine.Run;
import dev.idpscripts.engine.ScriptFailure;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.rules.Scripts;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Json;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Validation and dry runs (server.md 1.5 and 4). They take the store's lock themselves: a script may run for seconds. */
public final class TestingRoutes {

    private static final Struct VALIDATE = Struct.of("ValidateScriptRequest", required("script_body", Kind.TEXT));
    private static final Struct DRY_RUN =
            Struct.of("RawDryRunRequest", required("script_body", Kind.TEXT), required("context", Kind.ANY));
    private static final Struct DRY_RUN_VERSION = Struct.of("DryRunRequest", required("context", Kind.ANY));

    /** Bytes of the context as compact JSON; only where the body is sent along. */
    private static final int MAX_CONTEXT = 102_400;

    private record ValidationAnswer(boolean valid, List<CompileError> errors) {}

    /**
     * An error of the compiler.
     *
     * @param line null if unknown
     * @param column null if unknown
     */
    private record CompileError(Integer line, Integer column, String message) {}

    private record Output(
            @JsonInclude(JsonInclude.Include.ALWAYS) Object modifiedAttributes, Map<String, Object> outputVariables) {}

    private record DryRun(boolean success, Output output, String error, int durationMs) {}

    private final Store store;
    private final Scripts scripts;
    private final Engine engine;

    public TestingRoutes(Store store, Scripts scripts, Engine engine) {
        this.store = store;
        this.scripts = scripts;
        this.engine = engine;
    }

    public Answer validate(Call call) {
        String script = call.json(VALIDATE).text("script_body");
        Optional<ScriptFailure> failure = engine.validate(script);
        failure.ifPresent(TestingRoutes::checkStopped);
        return Answer.ok(new ValidationAnswer(
                failure.isEmpty(), failure.map(TestingRoutes::fault).stream().toList()));
    }

    private static CompileError fault(ScriptFailure failure) {
        boolean known = failure.place().known();
        return new CompileError(
                known ? failure.place().line() : null, known ? failure.place().column() : null, failure.text());
    }

    public Answer dryRun(Call call) {
        Fields body = call.json(DRY_RUN);
        Object context = body.any("context");
        if (Json.write(context).length > MAX_CONTEXT) {
            throw ApiError.validation("context: context must be at most 100KB");
        }
        return Answer.ok(run(Job.of(body.text("script_body"), context, store.tenant())));
    }

    public Answer dryRunVersion(Call call) {
        UUID id = call.id();
        int number = call.number();
        Object context = call.json(DRY_RUN_VERSION).any("context");
        StoredVersion version = store.read(() -> scripts.version(id, number));
        Job job = Job.of(version.scriptBody(), context, store.tenant());
        UUID connector = connector(call, job);
        DryRun run = run(job);
        store.write(() -> {
            store.logs().put(log(version, job, connector, run));
            return null;
        });
        return Answer.ok(run);
    }

    private DryRun run(Job job) {
        long start = System.nanoTime();
        Run run = engine.run(job);
        int duration = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        run.failure().ifPresent(TestingRoutes::checkStopped);
        return new DryRun(
                run.failure().isEmpty(),
                run.result().map(r -> new Output(r.attributes(), r.output())).orElse(null),
                run.failure().map(ScriptFailure::asServer).orElse(null),
                duration);
    }

    /** The server would go on until its request times out, or run out of memory. */
    private static void checkStopped(ScriptFailure failure) {
        switch (failure.cause()) {
            case TIME -> throw ApiError.oauth(408, "request_timeout", "Request timed out");
            case SPACE, PANIC ->
                throw ApiError.json(500, "internal_error", "The script was stopped: " + failure.message());
            case COMPILATION, RUNTIME -> {}
        }
    }

    private ExecutionLog log(StoredVersion version, Job job, UUID connector, DryRun run) {
        return new ExecutionLog(
                UUID.randomUUID(),
                store.tenant(),
                version.scriptId(),
                null,
                connector,
                version.versionNumber(),
                status(run),
                true,
                job.context(),
                run.output(),
                run.error(),
                run.durationMs(),
                Principal.NIL,
                store.now());
    }

    private static UUID connector(Call call, Job job) {
        return job.context() instanceof Map<?, ?> keys && keys.get("connector_id") instanceof String id
                ? call.requests().id(id).orElse(job.connector())
                : job.connector();
    }

    private static String status(DryRun run) {
        if (run.success()) {
            return "success";
        }
        return run.error().contains("Too many operations") ? "timeout" : "failure";
    }
}
