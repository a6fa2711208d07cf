package dev.idpscripts.command.find;

import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.Server;

/**
 * A version of a script that the server has.
 *
 * @param script as in the files, but with that version's body
 */
public record StoredBody(StoredScript stored, int number, Script script) {

    /**
     * Reads it.
     *
     * @throws UserError if the server has no such script or version
     */
    public static StoredBody of(Server server, Script script, int number) {
        StoredScript stored = server.scripts()
                .byName(script.name())
                .or(() -> ObjectName.find(script.name(), server.scripts().all(), StoredScript::name))
                .orElseThrow(() -> new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "the server has no script named " + script.name(),
                        "Leave out -Didp-scripts.version to run the body in the files."));
        StoredVersion version = server.versions()
                .get(stored.id(), stored.name(), number)
                .orElseThrow(() -> new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "script " + script.name() + " has no version " + number + " on the server",
                        "Its current version is " + stored.currentVersion() + "; they count from 1."));
        Body body = new Body(version.scriptBody());
        Source source = Source.of(script.name() + " version " + number, body.text());
        return new StoredBody(stored, number, script.with(body, source));
    }

    public String label() {
        return "version " + number;
    }

    /** Runs it there, which leaves an execution log. */
    public RunOutcome run(Server server, JsonValue context) {
        return ServerRunner.observed(server.testing().dryRun(stored.id(), stored.name(), number, context.value()));
    }
}
