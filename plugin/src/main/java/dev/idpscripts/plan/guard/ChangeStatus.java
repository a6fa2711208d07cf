package dev.idpscripts.plan.guard;

import dev.idpscripts.model.plan.Change;

/**
 * How a planned change stands on the server as it is now.
 *
 * @param change what to carry out if it is pending: the planned change, with the server's objects as they are now
 * @param what what happened to the object, as a clause; empty unless stale
 */
public record ChangeStatus(Change change, State state, String what) {

    /** Whether it is still to do. */
    public enum State {
        /** The object is as it was when the plan was made. */
        PENDING,
        /** The object is as the plan wants it. */
        DONE,
        /** The object is neither. */
        STALE
    }

    static ChangeStatus pending(Change change) {
        return new ChangeStatus(change, State.PENDING, "");
    }

    static ChangeStatus done(Change change) {
        return new ChangeStatus(change, State.DONE, "");
    }

    static ChangeStatus stale(Change change, String what) {
        return new ChangeStatus(change, State.STALE, what);
    }
}
