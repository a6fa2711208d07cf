package dev.idpscripts.apply;

import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;

/** Notes what an apply is about to do and what came of it, so that a run that was killed can be explained. */
public interface Journal {

    /** What came of a write. */
    enum Result {
        DONE,
        /** The answer was lost, but the server was read again and has it. */
        FOUND_DONE,
        NOT_DONE,
        /** Nobody can tell. */
        UNKNOWN
    }

    /** Before the first write of a run. */
    void begin(Plan plan, OnFailure policy);

    /**
     * Before a write.
     *
     * @param act what is sent, in a word
     * @return the write's number in this run
     */
    int intent(Change change, String act);

    /**
     * After a write.
     *
     * @param detail why it was not done; may be empty
     */
    void outcome(int number, Result result, String detail);

    /** After the last write. */
    void end(String summary);

    /** Keeps nothing. */
    static Journal none() {
        return new Journal() {
            @Override
            public void begin(Plan plan, OnFailure policy) {
                // Nothing is kept.
            }

            @Override
            public int intent(Change change, String act) {
                return 0;
            }

            @Override
            public void outcome(int number, Result result, String detail) {
                // Nothing is kept.
            }

            @Override
            public void end(String summary) {
                // Nothing is kept.
            }
        };
    }
}
