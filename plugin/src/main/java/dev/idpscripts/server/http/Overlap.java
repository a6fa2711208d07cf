package dev.idpscripts.server.http;

import dev.idpscripts.server.http.Caller.Page;
import dev.idpscripts.server.http.Caller.Pages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a list that somebody changes all the time. Each page is one state of the list, and its entries follow each other in an order
 * that never changes. So two pages that share an entry leave nothing out between them that was there all along, however far
 * the list was shifted in between. Pages are numbered in steps of their size; with other sizes they overlap.
 */
public final class Overlap<T> {

    private static final int LARGEST = Caller.PAGE_SIZE;
    private static final int SMALLEST = 50;
    private static final int FIRST_OVERLAP = 10;

    /** Beyond this the list moves faster than it can be read. */
    private static final int MOST_OVERLAP = 640;

    private final Pages<T> pages;
    private final Function<T, UUID> id;
    private final Map<UUID, T> found = new LinkedHashMap<>();

    public Overlap(Pages<T> pages, Function<T, UUID> id) {
        this.pages = pages;
        this.id = id;
    }

    /** Everything that was there all the time, and perhaps what came or went; empty if the list moves too fast. */
    public Optional<List<T>> all() {
        Page<T> last = pages.read(0, LARGEST);
        keep(last);
        int end = LARGEST;
        boolean full = last.items().size() == LARGEST;
        int overlap = FIRST_OVERLAP;
        while (full) {
            if (overlap > MOST_OVERLAP) {
                return Optional.empty();
            }
            int size = size(end, overlap);
            int page = Math.max(0, end - overlap) / size;
            Page<T> next = pages.read(page, size);
            if (!share(last, next)) {
                overlap *= 2;
                continue;
            }
            keep(next);
            last = next;
            end = (page + 1) * size;
            full = next.items().size() == size;
            overlap = FIRST_OVERLAP;
        }
        return Optional.of(List.copyOf(found.values()));
    }

    private void keep(Page<T> page) {
        page.items().forEach(item -> found.put(id.apply(item), item));
    }

    private boolean share(Page<T> one, Page<T> other) {
        Set<UUID> ids = one.items().stream().map(id).collect(Collectors.toSet());
        return other.items().stream().map(id).anyMatch(ids::contains);
    }

    /** The page size whose page begins far enough before {@code end} and reaches farthest beyond it. */
    private static int size(int end, int overlap) {
        int start = Math.max(0, end - overlap);
        int best = LARGEST;
        for (int size = LARGEST; size >= SMALLEST; size--) {
            if ((start / size + 1) * size > (start / best + 1) * best) {
                best = size;
            }
        }
        return best;
    }
}
