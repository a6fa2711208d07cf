package dev.idpscripts.apply;

import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.JournalFile;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.report.json.JournalJson;
import dev.idpscripts.testing.Client;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Applies in a process of its own, which is killed at a given write. */
final class ApplyProcess {

    private static final int KILLED = 137;

    private ApplyProcess() {}

    /**
     * Applies what every fault case wants.
     *
     * @param args the server's address, its token, the journal, the number of the write, and {@code before} or {@code after}
     */
    public static void main(String[] args) {
        Client client = Client.at(URI.create(args[0]), args[1], true);
        try (JournalFile file = new JournalFile(Path.of(args[2]), Clock.systemUTC(), JournalJson::write)) {
            Plan plan = client.plan(FaultCase.wanted());
            Journal journal = new Deadly(file, Integer.parseInt(args[3]), args[4].equals("before"));
            client.apply(plan, client.statuses(plan), OnFailure.ROLLBACK, journal);
        }
    }

    /** Ends the JVM at a write, as {@code kill -9} does: no hook runs and nothing is flushed. */
    private record Deadly(Journal file, int write, boolean before, AtomicInteger seen) implements Journal {

        Deadly(Journal file, int write, boolean before) {
            this(file, write, before, new AtomicInteger());
        }

        @Override
        public void begin(Plan plan, OnFailure policy) {
            file.begin(plan, policy);
        }

        @Override
        public int intent(Change change, String act) {
            int number = file.intent(change, act);
            if (before && number == write) {
                Runtime.getRuntime().halt(KILLED);
            }
            return number;
        }

        @Override
        public void outcome(int number, Result result, String detail, Optional<UUID> made) {
            if (!before && seen.incrementAndGet() == write) {
                Runtime.getRuntime().halt(KILLED);
            }
            file.outcome(number, result, detail, made);
        }

        @Override
        public void keep(Change change, StoredVersion last) {
            file.keep(change, last);
        }

        @Override
        public void end(String summary) {
            file.end(summary);
        }
    }
}
