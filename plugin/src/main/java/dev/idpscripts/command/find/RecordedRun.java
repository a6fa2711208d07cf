package dev.idpscripts.command.find;

import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.DryRun;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.server.Server;
import java.util.Set;
import java.util.UUID;

/**
 * A run of a script that the server has a log of.
 *
 * @param script the name that the script has there now
 */
public record RecordedRun(ExecutionLog log, String script) {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Set<String> ENDED = Set.of("success", "failure", "timeout");

    /**
     * Reads it.
     *
     * @param given the log's id, or the beginning of it
     * @throws UserError if there is none, or it cannot be told what ran on what
     */
    public static RecordedRun of(Server server, String given) {
        ExecutionLog log = Lookup.log(server.insight(), given);
        refuse(log);
        String script = log.scriptId().toString();
        return new RecordedRun(log, server.scripts().get(log.scriptId(), script).name());
    }

    /**
     * Refuses a log that does not tell what ran on what.
     *
     * @throws UserError if it is such a log
     */
    public static void refuse(ExecutionLog log) {
        if (log.scriptId() == null || log.scriptId().equals(NOBODY)) {
            throw unusable(log, "is of a script that was deleted, and does not tell which");
        }
        if (log.inputContext() == null) {
            throw unusable(log, "has no context: it does not tell what the script saw");
        }
        if (!ENDED.contains(log.status())) {
            throw unusable(log, "has the status " + log.status() + ": it tells no result");
        }
    }

    private static UserError unusable(ExecutionLog log, String why) {
        return new UserError(
                ErrorCode.PARAMETER_INVALID,
                "execution log " + log.id() + " " + why + ", so it cannot become a test",
                "Nothing was written. Take another log, or write the test by hand.");
    }

    public JsonValue context() {
        return new JsonValue(log.inputContext());
    }

    public RunOutcome seen() {
        return ServerRunner.observed(
                new DryRun(log.status().equals("success"), log.output(), log.error(), log.durationMs()));
    }

    /** Such as {@code success of 2026-03-01, log 5a0c1b2d}. */
    public String label() {
        return log.status()
                + (log.executedAt() == null
                        ? ""
                        : " of " + log.executedAt().toString().substring(0, "2026-03-01".length()))
                + ", log " + log.id().toString().substring(0, 8);
    }
}
