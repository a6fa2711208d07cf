package dev.idpscripts.plan;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which declared object is which stored one: by name, or by the old name where a rename is declared and not done yet.
 *
 * @param <D> what files declare
 * @param <S> what the server stores
 */
public final class Matches<D, S> {

    /**
     * How the two kinds of object tell their names; names are unique on each side.
     *
     * @param everNamed all names that a declared object had at some time, as far as files tell
     * @param formerName the name a stored object had when this repository made it, if somebody gave it another one since
     */
    record Names<D, S>(
            Function<D, String> declared,
            Function<D, Optional<String>> renamedFrom,
            Function<D, Set<String>> everNamed,
            Function<S, String> stored,
            Function<S, Optional<String>> formerName) {}

    private final Map<String, S> byDeclaredName = new LinkedHashMap<>();
    private final Set<String> renames = new LinkedHashSet<>();
    private final Set<String> renamedThere = new HashSet<>();
    private final Map<String, S> unmatched = new LinkedHashMap<>();

    Matches(List<D> declared, List<S> stored, Names<D, S> names) {
        stored.forEach(s -> unmatched.put(names.stored().apply(s), s));
        // Renames before plain matches: a new object may take the name that a rename sets free. Again and again,
        // because one
        // rename may set free the name that another one waits for.
        boolean progress = true;
        while (progress) {
            progress = declared.stream().anyMatch(d -> rename(d, names));
        }
        for (D d : declared) {
            String name = names.declared().apply(d);
            if (!byDeclaredName.containsKey(name) && unmatched.containsKey(name)) {
                byDeclaredName.put(name, unmatched.remove(name));
            }
        }
        declared.forEach(d -> renamedThere(d, names));
    }

    /** Finds again what somebody renamed on the server. */
    private void renamedThere(D d, Names<D, S> names) {
        String name = names.declared().apply(d);
        if (byDeclaredName.containsKey(name) || unmatched.isEmpty()) {
            return;
        }
        Set<String> known = names.everNamed().apply(d);
        unmatched.values().stream()
                .filter(s -> names.formerName().apply(s).filter(known::contains).isPresent())
                .findFirst()
                .ifPresent(s -> {
                    unmatched.remove(names.stored().apply(s));
                    byDeclaredName.put(name, s);
                    renames.add(name);
                    renamedThere.add(name);
                });
    }

    /** Whether somebody renamed the stored object, so that it must be given its declared name again. */
    public boolean isRenamedThere(String declaredName) {
        return renamedThere.contains(declaredName);
    }

    private boolean rename(D d, Names<D, S> names) {
        String name = names.declared().apply(d);
        Optional<String> from = names.renamedFrom().apply(d).filter(unmatched::containsKey);
        if (from.isEmpty() || byDeclaredName.containsKey(name) || unmatched.containsKey(name)) {
            return false;
        }
        byDeclaredName.put(name, unmatched.remove(from.get()));
        renames.add(name);
        return true;
    }

    /** The stored object of a declared name. */
    public Optional<S> of(String declaredName) {
        return Optional.ofNullable(byDeclaredName.get(declaredName));
    }

    /** The declared names that stored objects are to be given, in an order in which each is free by then. */
    List<String> renames() {
        return List.copyOf(renames);
    }

    /** What the server stores and no file declares, by name. */
    public Map<String, S> unmatched() {
        return unmatched;
    }
}
