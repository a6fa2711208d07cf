package dev.idpscripts.command.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.view.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The trail is read only so far as is needed, and never a part of a release taken for a whole one. */
class ReleaseReaderTest {

    private static final UUID SOMEBODY = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final AtomicInteger taken = new AtomicInteger();

    /** Events that each come a second before the one that is newer, with an hour between releases of some size. */
    private Stream<AuditEvent> trail(int releases, int size) {
        return IntStream.range(0, releases * size)
                .peek(i -> taken.incrementAndGet())
                .mapToObj(i -> event(
                        NOW.minus(Duration.ofHours(i / size)).minusSeconds(i % size), String.valueOf(i / size % 10)));
    }

    private static AuditEvent event(Instant at, String commit) {
        String label = new Provenance("work", "acme", commit.repeat(40), "0123456789ab").format();
        return new AuditEvent(
                UUID.randomUUID(),
                SOMEBODY,
                UUID.randomUUID(),
                "version_created",
                SOMEBODY,
                Map.of("change_description", label),
                at);
    }

    private static List<Long> sizes(ReleaseReader.Found found) {
        return found.releases().all().stream().map(Release::changes).toList();
    }

    @Test
    void stopsAsSoonAsThereIsEnough() {
        ReleaseReader.Found found =
                new ReleaseReader(trail(20, 70), "acme").read(read -> read.all().size() >= 2);
        assertEquals(List.of(70L, 70L), sizes(found));
        assertEquals(200, taken.get());
        assertTrue(found.whole());
    }

    @Test
    void takesTheLastOneAsItIs() {
        ReleaseReader.Found found =
                new ReleaseReader(trail(2, 70), "acme").read(read -> read.all().size() >= 5);
        assertEquals(List.of(70L, 70L), sizes(found));
        assertTrue(found.whole());
    }

    @Test
    void givesUpAndSaysSo() {
        ReleaseReader.Found found = new ReleaseReader(trail(2, 20_000), "acme").read(read -> false);
        assertEquals(List.of(), sizes(found));
        assertFalse(found.whole());
        assertEquals(10_000, taken.get());
    }
}
