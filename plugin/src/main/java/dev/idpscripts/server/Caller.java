package dev.idpscripts.server;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What the groups of endpoints call: sends with the right token, and reads whole lists.
 *
 * @param transport sends
 * @param bearer has the token
 */
record Caller(Transport transport, Bearer bearer) {

    /** The largest page that every list gives (server.md 1.5). */
    static final int PAGE_SIZE = 100;

    /** How often a list that changes while it is read is read again. */
    private static final int ATTEMPTS = 5;

    /**
     * One page of a list.
     *
     * @param items its entries
     * @param total how many the whole list has, by the server's count
     */
    record Page<T>(List<T> items, long total) {}

    <T> T send(ApiRequest request, Class<T> type) {
        return transport.send(request, bearer, type);
    }

    void send(ApiRequest request) {
        transport.send(request, bearer);
    }

    /**
     * All entries of a paged list, proved complete: no id twice, and as many as the server counts, in one state of the list.
     * The server's pages are offsets into a list without a stable order, so entries are repeated or skipped when somebody
     * else writes (server.md 3.5); then the whole list is read again.
     *
     * @param what the list, for the error
     * @param page reads one page, counted from 0
     * @param id an entry's id
     */
    <T> List<T> all(String what, IntFunction<Page<T>> page, Function<T, UUID> id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<T> items = new ArrayList<>();
            Set<UUID> ids = new HashSet<>();
            Page<T> first = page.apply(0);
            Page<T> latest = first;
            for (int n = 1; ; n++) {
                items.addAll(latest.items());
                latest.items().forEach(item -> ids.add(id.apply(item)));
                if (latest.items().isEmpty() || items.size() >= latest.total()) {
                    break;
                }
                latest = page.apply(n);
            }
            if (ids.size() == items.size() && items.size() == first.total() && first.total() == latest.total()) {
                return items;
            }
        }
        throw new EnvironmentError(
                ErrorCode.LIST_UNSTEADY,
                "the list of " + what + " kept changing while it was read, " + ATTEMPTS + " times",
                "Somebody is changing it at this moment: run again when they are done. Nothing was changed.");
    }

    /** The entries of an answer. */
    <T> List<T> items(ApiRequest request, List<T> items) {
        if (items == null) {
            throw transport.untrue(request, "it has no list");
        }
        return items;
    }
}
