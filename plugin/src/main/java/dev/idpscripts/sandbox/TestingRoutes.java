package dev.idpscripts.sandbox;

import static dev.idpscripts.sandbox.Struct.required;

import java.util.UUID;

/** Validation and dry runs (server.md 1.5 and 4). */
final class TestingRoutes {

    private static final Struct VALIDATE = Struct.of("ValidateScriptRequest", required("script_body", Kind.TEXT));
    private static final Struct DRY_RUN =
            Struct.of("RawDryRunRequest", required("script_body", Kind.TEXT), required("context", Kind.ANY));
    private static final Struct DRY_RUN_VERSION = Struct.of("DryRunRequest", required("context", Kind.ANY));

    /** Bytes of the context as compact JSON; only where the body is sent along. */
    private static final int MAX_CONTEXT = 102_400;

    private final Scripts scripts;

    TestingRoutes(Scripts scripts) {
        this.scripts = scripts;
    }

    Answer validate(Call call) {
        call.json(VALIDATE);
        throw noEngine();
    }

    Answer dryRun(Call call) {
        Fields body = call.json(DRY_RUN);
        if (Json.write(body.any("context")).length > MAX_CONTEXT) {
            throw Refused.validation("context: context must be at most 100KB");
        }
        throw noEngine();
    }

    Answer dryRunVersion(Call call) {
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
