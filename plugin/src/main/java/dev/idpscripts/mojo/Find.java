package dev.idpscripts.mojo;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.workspace.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Finds what an option names on the server, by name or id. */
final class Find {

    private Find() {}

    /** Whether an option was given. */
    static boolean isGiven(String option) {
        return option != null && !option.isBlank();
    }

    /**
     * The script.
     *
     * @throws UserError if there is none
     */
    static StoredScript script(Inventory server, String given) {
        return server.scripts().stream()
                .filter(s -> s.name().equals(given) || s.id().toString().equals(given))
                .findFirst()
                .orElseThrow(() -> missing(
                        "script",
                        given,
                        server.scripts().stream().map(StoredScript::name).toList()));
    }

    /** Several, with commas between them. */
    static List<StoredScript> scripts(Inventory server, String given) {
        if (!isGiven(given)) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "no script was named",
                    "Name one, or several with commas: -Didp-scripts.script=\"Login name\"");
        }
        return Arrays.stream(given.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> script(server, name))
                .toList();
    }

    /**
     * The connector's id.
     *
     * @throws UserError if there is none
     */
    static UUID connector(Inventory server, String given) {
        return server.connectors().stream()
                .filter(c -> c.name().equals(given) || c.id().toString().equals(given))
                .map(StoredConnector::id)
                .findFirst()
                .orElseThrow(() -> missing(
                        "connector",
                        given,
                        server.connectors().stream().map(StoredConnector::name).toList()));
    }

    /**
     * An id.
     *
     * @throws UserError if it is none
     */
    static UUID id(String option, String given) {
        try {
            return UUID.fromString(given.strip());
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts." + option + "=" + given + " is no id",
                    "Ids look like 00000000-0000-4000-8000-00000000000a.");
        }
    }

    private static UserError missing(String what, String given, List<String> known) {
        return new UserError(
                ErrorCode.PARAMETER_INVALID,
                "the server has no " + what + " named \"" + given + "\"" + Suggestion.didYouMean(given, known),
                "mvn idp-scripts:status lists what there is.");
    }
}
