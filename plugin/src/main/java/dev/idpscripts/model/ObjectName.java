package dev.idpscripts.model;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the server takes for the name of a script, template or connector (server.md 2.3), and which names are the same to people. */
public final class ObjectName {

    /** In characters. */
    public static final int LONGEST = 255;

    private ObjectName() {}

    /** A name for an object that steps aside: its own, as far as there is room for it, and an ending. */
    public static String aside(String name, String ending) {
        return Characters.first(name, LONGEST - Characters.count(ending)) + ending;
    }

    /**
     * The name in Unicode's normal form C, in which {@code ü} is one character however it was typed: file names of macOS, for one, come with
     * it taken apart. Names that are equal in this form are the same name.
     */
    public static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Whether two names are the same name. */
    public static boolean isSame(String one, String other) {
        return one.equals(other) || normal(one).equals(normal(other));
    }

    /** Those of this name: those that have it letter for letter; if there are none, those that have it in another Unicode form. */
    public static <T> List<T> called(String name, Collection<T> all, Function<T, String> names) {
        List<T> exact =
                all.stream().filter(each -> names.apply(each).equals(name)).toList();
        return exact.isEmpty()
                ? all.stream().filter(each -> isSame(names.apply(each), name)).toList()
                : exact;
    }

    /** The first of those that are {@link #called} so. */
    public static <T> Optional<T> find(String name, Collection<T> all, Function<T, String> names) {
        return called(name, all, names).stream().findFirst();
    }
}
