package dev.idpscripts.sandbox.routes;

import static dev.idpscripts.sandbox.wire.Struct.required;

import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.http.Refused;
import dev.idpscripts.sandbox.rules.Scripts;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Json;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.util.UUID;

/** Validation and dry runs (server.md 1.5 and 4). */
public final class TestingRoutes {

    private static final Struct VALIDATE = Struct.of("ValidateScriptRequest", required("script_body", Kind.TEXT));
    private static final Struct DRY_RUN =
            Struct.of("RawDryRunRequest", required("script_body", Kind.TEXT), required("context", Kind.ANY));
    private static final Struct DRY_RUN_VERSION = Struct.of("DryRunRequest", required("context", Kind.ANY));

    /** Bytes of the context as compact JSON; only where the body is sent along. */
    private static final int MAX_CONTEXT = 102_400;

    private final Scripts scripts;

    public TestingRoutes(Scripts scripts) {
        this.scripts = scripts;
    }

    public Answer validate(Call call) {
        call.json(VALIDATE);
        throw noEngine();
    }

    public Answer dryRun(Call call) {
        Fields body = call.json(DRY_RUN);
        if (Json.write(body.any("context")).length > MAX_CONTEXT) {
            throw Refused.validation("context: context must be at most 100KB");
        }
        throw noEngine();
    }

    public Answer dryRunVersion(Call call) {
        UUID id = call.id();
        int number = call.number();
        call.json(DRY_RUN_VERSION);
        scripts.version(id, number);
        throw noEngine();
    }

    /** The one place to go when the engine is there. */
    private static Refused noEngine() {
        return Refused.json(
                501,
                "not_implemented",
                "the embedded server cannot run scripts yet; validate and dry-run against a real server");
    }
}
