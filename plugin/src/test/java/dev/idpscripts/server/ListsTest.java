package dev.idpscripts.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.server.http.Bearer;
import dev.idpscripts.server.http.Caller;
import dev.idpscripts.server.http.Overlap;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.http.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Lists that are complete, although the server's pages can repeat and skip. */
@Tag("proof")
class ListsTest {

    private final List<Integer> asked = new ArrayList<>();

    private List<UUID> all(IntFunction<Caller.Page<UUID>> pages) {
        Transport unused = new Transport(
                URI.create("http://127.0.0.1:1"),
                Servers.TENANT,
                "",
                ProxyRoute.DIRECT,
                Transport.LIMITS,
                Servers.NO_WAITS,
                new AtomicInteger(),
                line -> {},
                new Secrets());
        return new Caller(unused, Bearer.fixed(new Secret("")))
                .all(
                        "scripts",
                        (n, size) -> {
                            asked.add(n);
                            return pages.apply(n);
                        },
                        Function.identity());
    }

    private static List<UUID> ids(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> UUID.nameUUIDFromBytes(("" + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static Caller.Page<UUID> page(List<UUID> items, int total) {
        return new Caller.Page<>(items, total);
    }

    @Example
    void anEmptyListIsOneRequest() {
        assertEquals(List.of(), all(n -> page(List.of(), 0)));
        assertEquals(List.of(0), asked);
    }

    @Example
    void fullPagesNeedNoFurtherRequest() {
        assertEquals(ids(0, 200), all(n -> page(ids(n * 100, n * 100 + 100), 200)));
        assertEquals(List.of(0, 1), asked);
    }

    @Example
    void anEntryInsertedMeanwhileShiftsTheRestAndIsReadAgain() {
        // While page 0 was read there were 150; then one came in at the top, so page 1 repeats the last of page 0.
        assertEquals(ids(0, 151), all(n -> switch (asked.size()) {
            case 1 -> page(ids(1, 101), 150);
            case 2 -> page(ids(100, 151), 151);
            case 3 -> page(ids(0, 100), 151);
            default -> page(ids(100, 151), 151);
        }));
        assertEquals(List.of(0, 1, 0, 1), asked);
    }

    @Example
    void anEntryDeletedMeanwhileSkipsOneAndIsReadAgain() {
        assertEquals(ids(0, 149), all(n -> switch (asked.size()) {
            case 1 -> page(ids(0, 100), 150);
            case 2 -> page(ids(101, 150), 149);
            case 3 -> page(ids(0, 100), 149);
            default -> page(ids(100, 149), 149);
        }));
    }

    @Example
    void aListThatNeverHoldsStillIsAnError() {
        AtomicInteger fresh = new AtomicInteger();
        EnvironmentError e = assertThrows(
                EnvironmentError.class,
                () -> all(n -> {
                    int from = fresh.getAndAdd(1_000);
                    return page(ids(from, from + 100), 1_001);
                }));
        assertEquals(ErrorCode.LIST_UNSTEADY, e.code());
    }

    /** Entries come and go at the top between any two pages; what stays is never lost, whatever the pages skip. */
    @Property(tries = 300)
    void whatStaysIsReadHoweverTheListMoves(@ForAll long seed) {
        Random random = new Random(seed);
        List<UUID> list = new ArrayList<>(ids(0, 50 + random.nextInt(1_000)));
        List<UUID> stay = List.copyOf(list);
        int most = 1 + random.nextInt(30);
        List<UUID> read = new Overlap<UUID>(
                        (n, size) -> {
                            int from = Math.min(n * size, list.size());
                            int to = Math.min(from + size, list.size());
                            List<UUID> items = List.copyOf(list.subList(from, to));
                            for (int i = random.nextInt(most); i > 0; i--) {
                                if (list.size() > stay.size() && random.nextBoolean()) {
                                    list.remove(random.nextInt(list.size() - stay.size()));
                                } else {
                                    list.add(0, UUID.randomUUID());
                                }
                            }
                            return page(items, list.size());
                        },
                        Function.identity())
                .all()
                .orElseThrow();
        assertEquals(read.size(), Set.copyOf(read).size());
        assertTrue(
                read.containsAll(stay),
                "lost " + stay.stream().filter(id -> !read.contains(id)).count());
    }
}
