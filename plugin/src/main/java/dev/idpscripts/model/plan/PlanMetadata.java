package dev.idpscripts.model.plan;

import dev.idpscripts.model.Provenance;
import java.time.Instant;

/**
 * When and from what a plan was made. It is no part of what the plan does, so it is left out of its hash.
 *
 * @param at when
 * @param commit the commit of the files, or {@link Provenance#NO_COMMIT}
 * @param tree Git's hash of the files in that commit; empty if they differ from it, or there is none
 * @param subject what is written beside each version that the plan pushes
 * @param version of the plugin
 */
public record PlanMetadata(Instant at, String commit, String tree, String subject, String version) {

    /** Throws {@code IllegalArgumentException} for a commit that could not be read back from what is pushed. */
    public PlanMetadata {
        if (!Provenance.isCommit(commit)) {
            throw new IllegalArgumentException("commit: \"" + commit + "\" is none");
        }
    }

    /** Whether the files were not as that commit has them. */
    public boolean isDirty() {
        return !commit.equals(Provenance.NO_COMMIT) && tree.isEmpty();
    }
}
