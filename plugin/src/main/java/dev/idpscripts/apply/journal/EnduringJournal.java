package dev.idpscripts.apply.journal;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.Unexpected;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.Optional;
import java.util.UUID;

/**
 * A journal that may break in the middle of a run, such as on a full disk. From then on nothing further is begun, since nobody could
 * explain it; but what was done counts as done, and is taken back without notes.
 */
public final class EnduringJournal implements Journal {

    private final Journal journal;
    private volatile String broken = "";
    private volatile boolean undoing;

    /**
     * @param journal takes the notes as long as it can
     */
    public EnduringJournal(Journal journal) {
        this.journal = journal;
    }

    /** Why no notes are taken any more; empty if they are. */
    public Optional<String> broken() {
        return Optional.of(broken).filter(reason -> !reason.isEmpty());
    }

    /** From now on what was done is taken back. */
    public void undoing() {
        undoing = true;
    }

    /** Without its beginning a run is not begun. */
    @Override
    public void begin(Plan plan, OnFailure policy) {
        journal.begin(plan, policy);
    }

    @Override
    public int intent(Change change, String act) {
        if (broken.isEmpty()) {
            try {
                return journal.intent(change, act);
            } catch (RuntimeException e) {
                broken = Unexpected.what(e);
            }
        }
        if (undoing) {
            return 0;
        }
        throw new EnvironmentError(ErrorCode.OUTPUT_FAILED, "not sent, because " + broken, "");
    }

    @Override
    public void outcome(int number, Result result, String detail, Optional<UUID> made) {
        note(() -> journal.outcome(number, result, detail, made));
    }

    @Override
    public void keep(Change change, StoredVersion last) {
        note(() -> journal.keep(change, last));
    }

    @Override
    public void end(String summary) {
        note(() -> journal.end(summary));
    }

    private void note(Runnable line) {
        if (broken.isEmpty()) {
            try {
                line.run();
            } catch (RuntimeException e) {
                broken = Unexpected.what(e);
            }
        }
    }
}
