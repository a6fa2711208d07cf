package dev.idpscripts.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which room knows which: as the table in specs/architecture.md says it, and as it is. A room is a package; those of {@code model} count
 * as one for all others.
 */
final class Rooms {

    private static final String BASE = "dev.idpscripts.";
    private static final Pattern ROW = Pattern.compile("\\| `([a-z/]+)` \\| .* \\| ([^|]*) \\|");
    private static final Pattern ROOM = Pattern.compile("`([a-z/]+)`");

    /** For cycles also inside {@code model} and between a package and those below it. */
    static final SliceAssignment SLICES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isOurs(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    };

    private Rooms() {}

    static Map<String, Set<String>> inTheDocument() throws IOException {
        Map<String, Set<String>> rooms = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../specs/architecture.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rooms.put(
                        row.group(1),
                        ROOM.matcher(row.group(2))
                                .results()
                                .map((MatchResult known) -> known.group(1))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return rooms;
    }

    static Map<String, Set<String>> inTheCode(JavaClasses classes) {
        Map<String, Set<String>> rooms = new TreeMap<>();
        for (JavaClass type : classes) {
            if (isOurs(type)) {
                Set<String> known = rooms.computeIfAbsent(of(type), room -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(Rooms::isOurs)
                        .map(Rooms::of)
                        .filter(room -> !room.equals(of(type)))
                        .forEach(known::add);
            }
        }
        return rooms;
    }

    /** Maven's plugin tools make a class in a package of their own; the engine's compiled module is none of ours. */
    private static boolean isOurs(JavaClass type) {
        String room = type.getPackageName();
        return room.startsWith(BASE)
                && !room.equals("dev.idpscripts.engine.wasm")
                && !room.contains("_")
                && !type.getSimpleName().equals("package-info");
    }

    private static String of(JavaClass type) {
        String room = type.getPackageName().substring(BASE.length()).replace('.', '/');
        return room.startsWith("model/") ? "model" : room;
    }
}
