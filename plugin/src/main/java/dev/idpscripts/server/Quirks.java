package dev.idpscripts.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks, without changing anything, for some of the server's habits that this client is made for (server.md 9). A server that lost one
 * is another version than the one that the client knows.
 */
public final class Quirks {

    /**
     * A habit.
     *
     * @param what as a clause, such as {@code unknown filters are ignored}
     * @param found whether the server has it
     */
    public record Quirk(String what, boolean found) {}

    /** Which statuses say that a request makes no sense, and not that this one could not be answered. */
    private static final Set<Integer> REFUSALS = Set.of(400, 422);

    private static final String LIST = "/governance/scripts";

    private final Caller caller;

    Quirks(Caller caller) {
        this.caller = caller;
    }

    /** Each that can be asked for on this server. */
    public List<Quirk> ask() {
        List<Quirk> quirks = new ArrayList<>();
        // server.md 9.10
        quirks.add(new Quirk("unknown filters are ignored", answers("status", "no-such-status")));
        long all = count("search", null);
        if (all > 0) {
            // server.md 9.11
            quirks.add(new Quirk("% in a search stands for any text", count("search", "%") == all));
        }
        // server.md 9.8
        boolean refused =
                !new TestingApi(caller).validate(new Body("attributes")).valid();
        quirks.add(new Quirk("validate does not know the variables of a script", refused));
        return quirks;
    }

    private boolean answers(String filter, String value) {
        try {
            count(filter, value);
            return true;
        } catch (RequestFailed e) {
            if (!REFUSALS.contains(e.status())) {
                throw e;
            }
            return false;
        }
    }

    private long count(String filter, String value) {
        ApiRequest request = ApiRequest.get("ask for the server's habits", LIST)
                .where(filter, value)
                .where("page", 1)
                .where("page_size", 1);
        return caller.send(request, JsonNode.class).path("total").asLong();
    }
}
