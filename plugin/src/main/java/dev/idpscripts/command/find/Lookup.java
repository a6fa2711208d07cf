package dev.idpscripts.command.find;

import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.server.InsightApi;
import dev.idpscripts.server.InsightApi.LogFilter;
import java.util.List;
import java.util.UUID;

/** Finds what an option names on the server. */
public final class Lookup {

    private static final int NOT_FOUND = 404;
    private static final int MOST_SOUGHT = 1000;
    private static final LogFilter ANY = new LogFilter(null, null, null, null, null, null, null);

    private Lookup() {}

    /**
     * A connector, by its name or id.
     *
     * @throws UserError if there is none
     */
    public static StoredConnector connector(List<StoredConnector> connectors, String given) {
        return ObjectName.find(given, connectors, StoredConnector::name)
                .or(() -> connectors.stream()
                        .filter(c -> c.id().toString().equals(given))
                        .findFirst())
                .orElseThrow(() -> new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "the server has no connector named \"" + given + "\""
                                + Suggestion.didYouMean(
                                        given,
                                        connectors.stream()
                                                .map(StoredConnector::name)
                                                .toList()),
                        "To see those that run scripts:\n  " + GoalCommand.of("pipeline")));
    }

    /**
     * An execution log, by its id or the beginning of it that tables show.
     *
     * @throws UserError if there is none, or more than one
     */
    public static ExecutionLog log(InsightApi insight, String given) {
        if (!given.matches("(?i)[0-9a-f][0-9a-f-]{0,35}")) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts.log=" + given + " is no id of an execution log",
                    "It is a UUID, such as 5a0c1b2d-0000-0000-0000-000000000000, or the beginning of one; the goal logs"
                            + " lists them.");
        }
        return given.length() == new UUID(0, 0).toString().length()
                ? whole(insight, RequiredOption.id("log", given))
                : beginning(insight, given);
    }

    private static ExecutionLog whole(InsightApi insight, UUID id) {
        try {
            return insight.log(id);
        } catch (RequestFailed e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            UserError error = new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "the server has no execution log " + id,
                    "Is it of another environment, or of another tenant? -Didp-scripts.environment=NAME");
            error.addSuppressed(e);
            throw error;
        }
    }

    private static ExecutionLog beginning(InsightApi insight, String given) {
        List<ExecutionLog> found = insight.logs(ANY)
                .limit(MOST_SOUGHT)
                .filter(entry -> entry.id().toString().startsWith(given))
                .toList();
        if (found.size() != 1) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    (found.isEmpty() ? "none" : String.valueOf(found.size())) + " of the newest " + MOST_SOUGHT
                            + " execution logs " + (found.isEmpty() ? "begins" : "begin") + " with " + given,
                    "Give the whole id. To see it:\n  " + GoalCommand.of("logs").with("format", "json"));
        }
        return insight.log(found.get(0).id());
    }
}
