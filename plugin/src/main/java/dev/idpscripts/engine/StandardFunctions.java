package dev.idpscripts.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The functions that every script can call, as {@code examples/functions.rs} lists them. */
public final class StandardFunctions {

    /** The language's own, which are not in its packages; those with any number of arguments have none here. */
    private static final Map<String, Set<Integer>> BUILT_IN = Map.of(
            "Fn", Set.of(1),
            "call", Set.of(),
            "curry", Set.of(),
            "eval", Set.of(1),
            "type_of", Set.of(1),
            "print", Set.of(0, 1),
            "debug", Set.of(0, 1),
            "is_def_var", Set.of(1),
            "is_def_fn", Set.of(2),
            "is_shared", Set.of(1));

    private final SortedMap<String, SortedSet<Integer>> arguments = new TreeMap<>();

    /** Reads the list. */
    public StandardFunctions() {
        BUILT_IN.forEach((name, counts) -> arguments.put(name, new TreeSet<>(counts)));
        for (String line : list().split("\n", -1)) {
            if (!line.isEmpty()) {
                int gap = line.indexOf(' ');
                arguments
                        .computeIfAbsent(line.substring(0, gap), name -> new TreeSet<>())
                        .add(Integer.parseInt(line.substring(gap + 1)));
            }
        }
    }

    private static String list() {
        try (InputStream in = StandardFunctions.class.getResourceAsStream("functions.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the plugin's list of functions cannot be read", e);
        }
    }

    /** How many arguments each takes, the receiver of a method call among them; an empty set means any number. */
    public SortedMap<String, SortedSet<Integer>> arguments() {
        return arguments;
    }
}
