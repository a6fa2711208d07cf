package dev.idpscripts.view;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.stored.AuditEvent;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an entry of the audit trail says of the run that it belongs to. */
public sealed interface ReleaseMark {

    /** One answer for each kind. */
    <T> T match(Function<Applied, T> applied, Function<RolledBack, T> rolledBack, Supplier<T> none);

    /**
     * A body was pushed from a commit.
     *
     * @param repository whose
     * @param commit the whole hash, or {@link Provenance#NO_COMMIT}
     * @param subject what was said about it
     */
    record Applied(String repository, String commit, String subject) implements ReleaseMark {
        @Override
        public <T> T match(Function<Applied, T> applied, Function<RolledBack, T> rolledBack, Supplier<T> none) {
            return applied.apply(this);
        }
    }

    /**
     * A script went back to a version that it had.
     *
     * @param note without the version: each script has its own
     */
    record RolledBack(RollbackNote note) implements ReleaseMark {
        @Override
        public <T> T match(Function<Applied, T> applied, Function<RolledBack, T> rolledBack, Supplier<T> none) {
            return rolledBack.apply(this);
        }
    }

    /** It says nothing. */
    record None() implements ReleaseMark {
        @Override
        public <T> T match(Function<Applied, T> applied, Function<RolledBack, T> rolledBack, Supplier<T> none) {
            return none.get();
        }
    }

    /** Reads it. */
    static ReleaseMark of(AuditEvent event) {
        if (event.action().equals("version_created")) {
            return event.detail("change_description")
                    .flatMap(Provenance::parse)
                    .<ReleaseMark>map(from -> new Applied(from.repository(), from.commit(), from.subject()))
                    .orElseGet(None::new);
        }
        return event.action().equals("rollback") && !isUndo(event)
                ? new RolledBack(note(event.detail("reason").orElse("")))
                : new None();
    }

    private static RollbackNote note(String reason) {
        Optional<RollbackNote> known = RollbackNote.parse(reason);
        return new RollbackNote(
                known.map(RollbackNote::who).orElse(""),
                "",
                known.map(RollbackNote::asOf).orElse(""),
                known.map(RollbackNote::why).orElse(reason));
    }

    /** An apply that fails gives versions that it takes back their old description, or says that it was undone. */
    static boolean isUndo(AuditEvent event) {
        return event.action().equals("rollback")
                && event.detail("reason").filter(RollbackNote::isUndo).isPresent();
    }
}
