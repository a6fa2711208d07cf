package dev.idpscripts.model.plan;

import dev.idpscripts.model.Provenance;
import java.util.Map;
import java.util.UUID;

/**
 * A plan that lets scripts go back to versions they had. It is shown and checked like any; the server itself copies the old body into a
 * new version.
 *
 * @param plan one update for each script that goes back
 * @param targets the version that each goes back to, by the script's id
 */
public record RollbackPlan(Plan plan, Map<UUID, EarlierVersion> targets) {

    /**
     * A version to go back to.
     *
     * @param commit that it was pushed from; empty if the version does not tell
     */
    public record EarlierVersion(int version, String commit) {

        /** Such as {@code version 2 (commit 1f2e3d4)}. */
        @Override
        public String toString() {
            return "version " + version + (commit.isEmpty() ? "" : " (commit " + Provenance.shown(commit) + ")");
        }
    }

    public RollbackPlan {
        targets = Map.copyOf(targets);
    }

    /** The same targets, with a plan that was examined. */
    public RollbackPlan with(Plan examined) {
        return new RollbackPlan(examined, targets);
    }
}
