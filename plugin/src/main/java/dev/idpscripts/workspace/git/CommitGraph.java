package dev.idpscripts.workspace.git;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How commits follow one another.
 *
 * @param lines each commit with its parents behind it, none before those that follow it
 * @param whole whether these are all
 */
public record CommitGraph(List<List<String>> lines, boolean whole) {

    public CommitGraph {
        lines = List.copyOf(lines);
    }

    /**
     * Which of some commits each of others comes from: those that lead to it, and itself.
     *
     * @param sources asked for
     * @param of whose
     */
    public Map<String, Set<String>> comesFrom(Collection<String> sources, Collection<String> of) {
        List<String> all = List.copyOf(Set.copyOf(sources));
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            places.put(all.get(i), i);
        }
        Map<String, BitSet> reached = new HashMap<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            List<String> line = lines.get(i);
            BitSet own = new BitSet(all.size());
            line.stream()
                    .skip(1)
                    .map(reached::get)
                    .filter(known -> known != null)
                    .forEach(own::or);
            Integer place = places.get(line.get(0));
            if (place != null) {
                own.set(place);
            }
            reached.put(line.get(0), own);
        }
        Map<String, Set<String>> found = new HashMap<>();
        for (String commit : of) {
            Set<String> from = new HashSet<>();
            reached.getOrDefault(commit, new BitSet()).stream().forEach(place -> from.add(all.get(place)));
            found.put(commit, from);
        }
        return found;
    }
}
