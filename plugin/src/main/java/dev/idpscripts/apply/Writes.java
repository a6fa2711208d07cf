package dev.idpscripts.apply;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.RequestFailed;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Sends writes. None is ever repeated: after a lost or doubtful answer the server is read again and judged (server.md 9.4).
 */
final class Writes {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private Writes() {}

    /**
     * Sends a write.
     *
     * @param write sends it once
     * @param look reads the server again and tells whether it was done
     * @throws IdpScriptsException if it was not done, or nobody can tell
     */
    static <T> T send(Supplier<T> write, Supplier<Verdict<T>> look) {
        try {
            return write.get();
        } catch (RequestFailed e) {
            if (e.effect() == RequestFailed.Effect.NONE) {
                throw e;
            }
            return judged(e, look);
        }
    }

    private static <T> T judged(RequestFailed failure, Supplier<Verdict<T>> look) {
        Verdict<T> verdict;
        try {
            verdict = look.get();
        } catch (IdpScriptsException second) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    failure.getMessage()
                            + "; whether it was done is not known, because the server could not be read again: "
                            + second.what(),
                    "",
                    failure);
        }
        return verdict.done()
                .orElseThrow(() -> new EnvironmentError(
                        failure.code(), failure.what() + "; read again: " + verdict.finding(), "", failure));
    }

    /** Sends a write that removes something; that it is gone already is as good. */
    static void remove(Runnable write, BooleanSupplier isGone) {
        try {
            send(write, isGone);
        } catch (RequestFailed e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
    }

    /** Sends a change of status; that it has the status already is as good (server.md 9.2). */
    static void changeStatus(Runnable write, BooleanSupplier hasStatus) {
        try {
            send(write, hasStatus);
        } catch (RequestFailed e) {
            if (e.status() != PRECONDITION_FAILED || !e.getMessage().contains("is already")) {
                throw e;
            }
        }
    }

    private static void send(Runnable write, BooleanSupplier isDone) {
        send(
                () -> {
                    write.run();
                    return true;
                },
                () -> Verdict.doneIf(isDone.getAsBoolean(), true));
    }

    /** What a reading finds; empty if the server says there is no such thing. */
    static <T> Optional<T> found(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (RequestFailed e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
