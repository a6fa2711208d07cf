package dev.idpscripts.model.view;

import java.util.List;

/**
 * How a commit stands to another one, of what touched the repository's files.
 *
 * @param behind the commits that the other has and this one lacks, newest first
 * @param ahead those that this one has and the other lacks, newest first
 */
public record CommitsApart(List<NamedCommit> behind, List<NamedCommit> ahead) {

    /**
     * A commit that people know again.
     *
     * @param hash whole
     * @param subject what it says of itself
     */
    public record NamedCommit(String hash, String subject) {}

    public CommitsApart {
        behind = List.copyOf(behind);
        ahead = List.copyOf(ahead);
    }

    /** Whether both declare the same. */
    public boolean isNone() {
        return behind.isEmpty() && ahead.isEmpty();
    }
}
