package dev.idpscripts.server.http;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What the groups of endpoints call: sends with the right token, and reads whole lists.
 *
 * @param transport sends
 * @param bearer has the token
 */
public record Caller(Transport transport, Bearer bearer) {

    /** The largest page that every list gives (server.md 1.5). */
    public static final int PAGE_SIZE = 100;

    /** How often a list that changes while it is read is read in the same way. */
    private static final int ATTEMPTS = 2;

    /**
     * One page of a list.
     *
     * @param items its entries
     * @param total how many the whole list has, by the server's count
     */
    public record Page<T>(List<T> items, long total) {}

    /** Reads pages of a list. */
    @FunctionalInterface
    public interface Pages<T> {

        /**
         * One page.
         *
         * @param n which, from 0
         * @param size how many entries, up to {@link #PAGE_SIZE}
         */
        Page<T> read(int n, int size);
    }

    public <T> T send(ApiRequest request, Class<T> type) {
        return transport.send(request, bearer, type);
    }

    public void send(ApiRequest request) {
        transport.send(request, bearer);
    }

    /**
     * All entries of a paged list, proved complete: no id twice, and as many as the server counts, in one state of the list.
     * The server's pages are offsets, so entries are repeated or skipped when somebody else writes (server.md 3.5). A list that does
     * not hold still is read in pages that overlap.
     *
     * @param what the list, for the error
     * @param pages reads one page
     * @param id an entry's id
     */
    public <T> List<T> all(String what, Pages<T> pages, Function<T, UUID> id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<List<T>> items = still(pages, id);
            if (items.isPresent()) {
                return items.get();
            }
        }
        return new Overlap<>(pages, id)
                .all()
                .orElseThrow(() -> new EnvironmentError(
                        ErrorCode.LIST_UNSTEADY,
                        "the list of " + what + " changed faster than it could be read",
                        "Somebody is changing it at this moment: run again when they are done. Nothing was changed."));
    }

    /** The list, if it was in one state all the time. */
    private static <T> Optional<List<T>> still(Pages<T> pages, Function<T, UUID> id) {
        List<T> items = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        Page<T> first = pages.read(0, PAGE_SIZE);
        Page<T> latest = first;
        for (int n = 1; ; n++) {
            items.addAll(latest.items());
            latest.items().forEach(item -> ids.add(id.apply(item)));
            if (latest.items().isEmpty() || items.size() >= latest.total()) {
                break;
            }
            latest = pages.read(n, PAGE_SIZE);
        }
        boolean steady = ids.size() == items.size() && items.size() == first.total() && first.total() == latest.total();
        return steady ? Optional.of(items) : Optional.empty();
    }

    /**
     * Reads a list that is not paged, or a page that nobody counts.
     *
     * @param items the entries of an answer
     */
    public <A, T> List<T> list(ApiRequest request, Class<A> type, Function<A, List<T>> items) {
        return page(request, type, items, answer -> 0).items();
    }

    /**
     * Reads one page. An empty one is read again before it is believed, see {@link Beliefs}.
     *
     * @param items the entries of an answer
     * @param total how many the whole list has, by the server's count
     */
    public <A, T> Page<T> page(ApiRequest request, Class<A> type, Function<A, List<T>> items, ToLongFunction<A> total) {
        Beliefs beliefs = transport.beliefs();
        Page<T> page = once(request, type, items, total);
        for (int doubts = 0; page.items().isEmpty() && doubts < beliefs.doubtsEmpty(request); doubts++) {
            page = once(request, type, items, total);
        }
        beliefs.read(request, page.items().isEmpty());
        return page;
    }

    private <A, T> Page<T> once(
            ApiRequest request, Class<A> type, Function<A, List<T>> items, ToLongFunction<A> total) {
        A answer = send(request, type);
        List<T> found = items.apply(answer);
        if (found == null) {
            throw transport.untrue(request, "it has no list");
        }
        return new Page<>(found, total.applyAsLong(answer));
    }
}
