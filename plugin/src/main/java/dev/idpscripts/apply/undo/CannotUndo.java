package dev.idpscripts.apply.undo;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;

/** Why something is left as it is when a run is undone. */
final class CannotUndo {

    /** Begins the line with the request. */
    static final String BY_HAND = "To undo it by hand: ";

    private CannotUndo() {}

    /**
     * The error.
     *
     * @param why a clause
     * @param byHand the request that would do it
     */
    static EnvironmentError because(String why, String byHand) {
        return new EnvironmentError(ErrorCode.APPLY_INCOMPLETE, why, BY_HAND + byHand);
    }

    /** Nobody can tell whether this run made it. */
    static EnvironmentError anybodys(String byHand) {
        return because("it may be somebody else's", byHand);
    }
}
