package dev.idpscripts.command.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A signal ends the run within the stated time, whatever the server does. */
class InterruptionTest {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> left = new CopyOnWriteArrayList<>();
    private final AtomicInteger stops = new AtomicInteger();
    private final CountDownLatch halted = new CountDownLatch(1);

    private Interruption listening(Duration patience) {
        return new Interruption(
                stops::incrementAndGet,
                () -> List.of("push a version of script A"),
                said::add,
                left::addAll,
                patience,
                halted::countDown);
    }

    @Test
    void aRunThatDoesNotStopIsEndedAndSaysWhatIsOpen() throws Exception {
        try (Interruption listening = listening(Duration.ofMillis(50))) {
            listening.signalled();
            assertTrue(halted.await(20, TimeUnit.SECONDS));
            assertEquals(1, stops.get());
            assertEquals("  push a version of script A", said.get(said.size() - 1));
            assertEquals(List.of("push a version of script A"), left);
            assertTrue(said.get(1).contains("Whether these were done is not known; run apply again"), said.toString());
        }
    }

    @Test
    void aRunThatStopsInTimeIsLeftAlone() throws Exception {
        Interruption listening = listening(Duration.ofMillis(200));
        listening.signalled();
        listening.close();
        assertFalse(halted.await(400, TimeUnit.MILLISECONDS));
        assertEquals(1, said.size());
        assertEquals(List.of(), left);
    }

    @Test
    void aResultThatCannotBeWrittenKeepsNobodyFromTheEnd() {
        try (Interruption listening = new Interruption(
                stops::incrementAndGet,
                List::of,
                said::add,
                open -> {
                    throw new IllegalStateException("the disk is full");
                },
                Duration.ofHours(1),
                halted::countDown)) {
            listening.signalled();
            assertThrows(IllegalStateException.class, listening::signalled);
            assertEquals(0, halted.getCount());
        }
    }

    @Test
    void theSecondSignalEndsAtOnce() throws Exception {
        try (Interruption listening = listening(Duration.ofHours(1))) {
            listening.signalled();
            assertTrue(said.get(0).contains("no longer than 3600 s"), said.get(0));
            listening.signalled();
            assertTrue(halted.await(20, TimeUnit.SECONDS));
        }
    }
}
