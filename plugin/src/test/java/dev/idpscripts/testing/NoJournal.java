package dev.idpscripts.testing;

import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.Optional;
import java.util.UUID;

/** Keeps nothing. */
public final class NoJournal implements Journal {

    @Override
    public void begin(Plan plan, OnFailure policy) {
        // Nothing is kept.
    }

    @Override
    public int intent(Change change, String act) {
        return 0;
    }

    @Override
    public void outcome(int number, Result result, String detail, Optional<UUID> made) {
        // Nothing is kept.
    }

    @Override
    public void keep(Change change, StoredVersion last) {
        // Nothing is kept.
    }

    @Override
    public void end(String summary) {
        // Nothing is kept.
    }
}
