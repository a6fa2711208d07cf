package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.plan.Change;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a run changed in its place, and how that was before the run.
 *
 * @param <S> the kind of object
 */
final class ChangedInPlace<S> {

    /**
     * One object.
     *
     * @param before as it was when the run's first change was planned
     * @param kinds what the run did to it
     */
    record Old<S>(S before, Set<Change.Kind> kinds) {

        boolean was(Change.Kind kind) {
            return kinds.contains(kind);
        }
    }

    private final Map<UUID, Old<S>> old = new LinkedHashMap<>();

    void add(UUID id, S current, Change.Kind kind) {
        old.computeIfAbsent(id, key -> new Old<>(current, EnumSet.noneOf(Change.Kind.class)))
                .kinds()
                .add(kind);
    }

    /** Empty if the run did not change it. */
    Optional<Old<S>> of(UUID id) {
        return Optional.ofNullable(old.get(id));
    }

    /** In the order in which the run came to them. */
    Collection<Old<S>> all() {
        return old.values();
    }
}
