package dev.idpscripts.model.declared;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Git tells about commits that versions on the server were pushed from.
 *
 * @param touchedSince files that were touched after a commit, also if it was undone, uncommitted and untracked ones too, relative to the
 *     repository; no entry
 *     for a commit that is no ancestor of what is checked out, as far as is known
 * @param lacking commits that are certainly no ancestors of what is checked out
 */
public record Checkout(Map<String, Set<String>> touchedSince, Set<String> lacking) {

    /** There is no Git repository, or nothing was asked. */
    public static final Checkout UNKNOWN = new Checkout(Map.of(), Set.of());

    public Checkout {
        touchedSince = Map.copyOf(touchedSince);
        lacking = Set.copyOf(lacking);
    }

    /** Whether an object's file and what stands beside it were left alone since a commit; empty if that is not known. */
    public Optional<Boolean> untouched(String commit, String file) {
        return Optional.ofNullable(touchedSince.get(commit))
                .map(touched -> touched.stream().noneMatch(other -> stem(other).equals(stem(file))));
    }

    /** A file's name without its ending: {@code a.rhai} and {@code a.yaml} declare one object. */
    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot > file.lastIndexOf('/') ? file.substring(0, dot) : file;
    }
}
