package dev.idpscripts.workspace.git;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How commits from which something was applied stand to what the files are at.
 *
 * @param known the whole hashes of those that this clone has, by what they were called
 * @param graph how they and the history follow one another
 * @param here those that lead to what the files are at, by their whole hashes
 * @param leading the same, and those that lead to what is checked out
 * @param lacking those that certainly do neither, by what they were called
 */
public record Ancestry(
        Map<String, String> known, CommitGraph graph, Set<String> here, Set<String> leading, Set<String> lacking) {

    /** The same of some of them only. */
    Ancestry of(Collection<String> commits) {
        Map<String, String> some = new HashMap<>(known);
        some.keySet().retainAll(Set.copyOf(commits));
        return new Ancestry(
                some, graph, kept(here, some.values()), kept(leading, some.values()), kept(lacking, commits));
    }

    private static Set<String> kept(Set<String> all, Collection<String> some) {
        Set<String> kept = new HashSet<>(all);
        kept.retainAll(Set.copyOf(some));
        return kept;
    }
}
