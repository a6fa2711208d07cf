package dev.idpscripts.apply.write;

import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.model.error.Unexpected;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends writes, each with a note in the journal before and after. None is ever repeated: after a lost or doubtful answer the server is read again and judged (server.md 9.4).
 */
public final class JudgedWriter {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    /** What the server also answers when a name or a slot is taken (server.md 3.1, 3.3). */
    private static final String TAKEN = "Database error";

    private final Journal journal;
    private final Set<Change> unknown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Change> anybodys = Collections.newSetFromMap(new IdentityHashMap<>());
    private volatile Change undone;

    public JudgedWriter(Journal journal) {
        this.journal = journal;
    }

    /** From now on all writes take back this change, and are noted so. */
    public void undoing(Change change) {
        undone = change;
    }

    /** Whether something is taken back. */
    boolean isUndoing() {
        return undone != null;
    }

    /**
     * Sends a write.
     *
     * @param change what it belongs to
     * @param act what is sent, in a word, for the journal
     * @param write sends it once
     * @param look reads the server again and tells whether it was done
     * @throws IdpScriptsException if it was not done, or nobody can tell
     */
    public <T> T send(Change change, String act, Supplier<T> write, Supplier<Verdict<T>> look) {
        return send(change, act, write, look, nothing -> Optional.empty());
    }

    private <T> T send(
            Change change, String act, Supplier<T> write, Supplier<Verdict<T>> look, Function<T, Optional<UUID>> made) {
        Change belongsTo = undone;
        int number = belongsTo == null ? journal.intent(change, act) : journal.intent(belongsTo, Journal.UNDO + act);
        T result;
        try {
            result = write.get();
        } catch (RequestFailed e) {
            if (e.effect() == RequestFailed.Effect.NONE) {
                journal.outcome(number, Journal.Result.NOT_DONE, e.what(), Optional.empty());
                throw e;
            }
            return judged(change, number, e, look, made);
        } catch (IdpScriptsException e) {
            journal.outcome(number, Journal.Result.NOT_DONE, e.what(), Optional.empty());
            throw e;
        } catch (RuntimeException | Error e) {
            return judged(change, number, unforeseen(act, e), look, made);
        }
        journal.outcome(number, Journal.Result.DONE, "", made.apply(result));
        return result;
    }

    /** It may have been sent: only the server knows. */
    private static RequestFailed unforeseen(String act, Throwable e) {
        return new RequestFailed(
                ErrorCode.INTERNAL, act + " failed: " + Unexpected.what(e), "", 0, RequestFailed.Effect.UNKNOWN, e);
    }

    /** Notes the last version of a script that is about to be deleted. */
    void keep(Change change, StoredVersion last) {
        journal.keep(change, last);
    }

    /**
     * Sends a write that makes something. What is found afterwards may be somebody else's: the server answers with the same
     * error when the name or the slot was taken a moment before, so then it is not taken for ours.
     *
     * @param id of what was made
     */
    public <T> T make(Change change, String act, Function<T, UUID> id, Supplier<T> write, Supplier<Verdict<T>> look) {
        AtomicBoolean taken = new AtomicBoolean();
        return send(
                change,
                act,
                () -> {
                    try {
                        return write.get();
                    } catch (RequestFailed e) {
                        taken.set(e.what().contains(TAKEN));
                        throw e;
                    }
                },
                () -> {
                    Verdict<T> verdict = look.get();
                    if (!taken.get() || verdict.done().isEmpty()) {
                        return verdict;
                    }
                    mark(anybodys, change);
                    return Verdict.notDone(
                            "it is there: somebody else made it a moment before, or the server made it and"
                                    + " failed afterwards; it is left alone");
                },
                made -> Optional.of(id.apply(made)));
    }

    private static void mark(Set<Change> set, Change change) {
        synchronized (set) {
            set.add(change);
        }
    }

    /** Whether nobody could tell if a write of this change was done. */
    public boolean isUnknown(Change change) {
        synchronized (unknown) {
            return unknown.contains(change);
        }
    }

    /** Whether what this change wanted to make is there, and nobody can tell who made it. */
    public boolean isAnybodys(Change change) {
        synchronized (anybodys) {
            return anybodys.contains(change);
        }
    }

    private <T> T judged(
            Change change,
            int number,
            RequestFailed failure,
            Supplier<Verdict<T>> look,
            Function<T, Optional<UUID>> made) {
        Verdict<T> verdict;
        try {
            verdict = look.get();
        } catch (RuntimeException | Error second) {
            mark(unknown, change);
            journal.outcome(number, Journal.Result.UNKNOWN, failure.what(), Optional.empty());
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    failure.getMessage()
                            + "; whether it was done is not known, because the server could not be read again: "
                            + Unexpected.what(second),
                    "",
                    failure);
        }
        journal.outcome(
                number,
                verdict.done().isPresent() ? Journal.Result.FOUND_DONE : Journal.Result.NOT_DONE,
                failure.what(),
                verdict.done().flatMap(made));
        return verdict.done()
                .orElseThrow(() -> new EnvironmentError(
                        failure.code(), failure.what() + "; read again: " + verdict.finding(), "", failure));
    }

    /** Sends a write that removes something; that it is gone already is as good. */
    public void remove(Change change, String act, Runnable write, BooleanSupplier isGone) {
        try {
            send(change, act, write, isGone);
        } catch (RequestFailed e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
    }

    /** Sends a change of status; that it has the status already is as good (server.md 9.2). */
    void changeStatus(Change change, String act, Runnable write, BooleanSupplier hasStatus) {
        try {
            send(change, act, write, hasStatus);
        } catch (RequestFailed e) {
            if (e.status() != PRECONDITION_FAILED || !e.getMessage().contains("is already")) {
                throw e;
            }
        }
    }

    private void send(Change change, String act, Runnable write, BooleanSupplier isDone) {
        send(
                change,
                act,
                () -> {
                    write.run();
                    return true;
                },
                () -> Verdict.doneIf(isDone.getAsBoolean(), true));
    }

    /** What a reading finds; empty if the server says there is no such thing. */
    public static <T> Optional<T> found(Supplier<T> read) {
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
