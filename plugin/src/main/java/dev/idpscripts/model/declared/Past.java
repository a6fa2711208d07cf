package dev.idpscripts.model.declared;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What this repository declared at its commits, as far as that was asked ({@link PastRequest}) and Git tells.
 *
 * @param head the commit that the files are at; empty where Git tells nothing
 * @param revisions the commits that said something new about what was asked, newest first; first those that lead to {@code head}, then others
 * @param at what was declared at {@code head}, and at the commits that were asked about, as far as they are known
 * @param later for each commit that was asked about and leads to {@code head}, the commits after it that do too
 * @param lacking commits that were asked about and certainly do not lead to {@code head}
 * @param whole whether these are all commits, so that what is not found was never declared
 */
public record Past(
        Optional<String> head,
        List<Revision> revisions,
        Map<String, Declarations> at,
        Map<String, Set<String>> later,
        Set<String> lacking,
        boolean whole) {

    /** There is no Git repository, or nothing was asked. */
    public static final Past UNKNOWN = new Past(Optional.empty(), List.of(), Map.of(), Map.of(), Set.of(), false);

    /**
     * A commit that said something new.
     *
     * @param author the name of who made it
     * @param subject its message in one line
     * @param leads whether it leads to what the files are at
     * @param said only what it said anew
     */
    public record Revision(String commit, String author, String subject, boolean leads, Declarations said) {}

    /** When something was declared that the server has. */
    public enum When {
        /** At the commit that was applied, or after it. */
        SINCE,
        /** Only before that. */
        BEFORE,
        /** Only at a commit that does not lead to what the files are at. */
        ELSEWHERE,
        /** Never. */
        NEVER,
        /** There may be commits that are not known. */
        UNKNOWN
    }

    /**
     * When something was declared, and by which commit.
     *
     * @param by empty if no commit said it anew
     */
    public record Declared(When when, Optional<Revision> by) {}

    public Past {
        revisions = List.copyOf(revisions);
        at = Map.copyOf(at);
        later = Map.copyOf(later);
        lacking = Set.copyOf(lacking);
    }

    /** Whether a commit leads to what the files are at, or is it. */
    public boolean leads(String commit) {
        return later.containsKey(commit);
    }

    /** What scripts that are called so may have been called at any time, too: files say what they were renamed from. */
    public Set<String> scriptNames(Set<String> now) {
        Set<String> names = new HashSet<>(now);
        int known;
        do {
            known = names.size();
            renamings(said -> said.scripts().stream().map(s -> new Renaming(s.name(), s.renamedFrom())))
                    .filter(renaming -> renaming.touches(names))
                    .forEach(renaming -> renaming.names().forEach(names::add));
        } while (names.size() > known);
        return names;
    }

    /** What templates that are called so may have been called before. */
    public Set<String> templateNames(Set<String> now) {
        Set<String> names = new HashSet<>(now);
        // The newest come first, so that a chain of renamings is followed in one go.
        renamings(said -> said.templates().stream().map(t -> new Renaming(t.name(), t.renamedFrom())))
                .filter(renaming -> names.contains(renaming.name()))
                .forEach(renaming -> renaming.from().ifPresent(names::add));
        return names;
    }

    private record Renaming(String name, Optional<String> from) {

        private Stream<String> names() {
            return Stream.concat(Stream.of(name), from.stream());
        }

        private boolean touches(Set<String> names) {
            return names().anyMatch(names::contains);
        }
    }

    private Stream<Renaming> renamings(Function<Declarations, Stream<Renaming>> declared) {
        return Stream.concat(at.values().stream(), revisions.stream().map(Revision::said))
                .flatMap(declared);
    }

    /**
     * When something was declared.
     *
     * @param applied the newest commit that was certainly applied, which leads to {@code head}; empty if none was, so that all count as later
     * @param says whether declarations say it
     */
    public Declared when(Optional<String> applied, Predicate<Declarations> says) {
        if (head.isEmpty()) {
            return new Declared(When.UNKNOWN, Optional.empty());
        }
        Optional<Revision> since = find(
                says,
                r -> r.leads()
                        && applied.map(c -> later.get(c).contains(r.commit())).orElse(true));
        boolean then = applied.map(at::get).filter(says).isPresent();
        if (since.isPresent() || then) {
            return new Declared(When.SINCE, since);
        }
        Optional<Revision> elsewhere = find(says, r -> !r.leads());
        Optional<Revision> before = find(says, Revision::leads);
        if (before.isPresent() || elsewhere.isPresent()) {
            return before.isPresent() ? new Declared(When.BEFORE, before) : new Declared(When.ELSEWHERE, elsewhere);
        }
        return new Declared(whole ? When.NEVER : When.UNKNOWN, Optional.empty());
    }

    private Optional<Revision> find(Predicate<Declarations> says, Predicate<Revision> among) {
        return revisions.stream()
                .filter(among)
                .filter(revision -> says.test(revision.said()))
                .findFirst();
    }
}
