package dev.idpscripts.server;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.stored.DryRun;
import dev.idpscripts.model.stored.Validation;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Caller;
import java.util.Map;
import java.util.UUID;

/** Operations 13 to 15: the server's verdict on a body (server.md 1.5, 4). */
public final class TestingApi {

    private final Caller caller;

    TestingApi(Caller caller) {
        this.caller = caller;
    }

    /** Compiles without the variables a script sees, so nearly every real script is refused (server.md 4.4). */
    public Validation validate(Body body) {
        return caller.send(
                ApiRequest.ask("validate a script", "/governance/scripts/validate")
                        .with(Map.of("script_body", body.text())),
                Validation.class);
    }

    /**
     * Runs a body once, without a trace on the server.
     *
     * @param context any JSON value
     */
    public DryRun dryRun(Body body, Object context) {
        return caller.send(
                ApiRequest.ask("dry-run a script", "/governance/scripts/dry-run")
                        .with(Map.of("script_body", body.text(), "context", context)),
                DryRun.class);
    }

    /**
     * Runs a stored version once; leaves an execution log with the whole context, and counts in the analytics.
     *
     * @param context any JSON value
     */
    public DryRun dryRun(UUID script, String name, int version, Object context) {
        return caller.send(
                ApiRequest.post(
                                "dry-run version " + version + " of script " + name,
                                "/governance/scripts/" + script + "/versions/" + version + "/dry-run")
                        .with(Map.of("context", context)),
                DryRun.class);
    }
}
