package dev.idpscripts.check;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.Difference;
import dev.idpscripts.model.check.Difference.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares JSON values and notes each place where they differ. Lives no longer than one comparison. */
final class Differences {

    private final boolean exactly;
    private final List<Difference> found = new ArrayList<>();

    /**
     * @param exactly whether maps may have no further keys than expected
     */
    Differences(boolean exactly) {
        this.exactly = exactly;
    }

    List<Difference> found() {
        return found;
    }

    void add(Difference difference) {
        found.add(difference);
    }

    /** Compares what stands at a path; either side may have nothing there. */
    void compare(List<String> path, Optional<JsonValue> expected, Optional<JsonValue> got) {
        if (expected.isEmpty() || got.isEmpty()) {
            if (expected.isPresent() != got.isPresent()) {
                found.add(new Difference(path, Relation.SAME, expected, got));
            }
            return;
        }
        Object left = expected.get().value();
        Object right = got.get().value();
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            maps(path, a, b);
        } else if (left instanceof List<?> a && right instanceof List<?> b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                compare(
                        below(path, "[" + i + "]"),
                        Optional.of(new JsonValue(a.get(i))),
                        Optional.of(new JsonValue(b.get(i))));
            }
        } else if (!expected.equals(got)) {
            found.add(new Difference(path, Relation.SAME, expected, got));
        }
    }

    private void maps(List<String> path, Map<?, ?> expected, Map<?, ?> got) {
        expected.forEach(
                (key, value) -> compare(below(path, key.toString()), Optional.of(new JsonValue(value)), at(got, key)));
        if (exactly) {
            got.keySet().stream()
                    .filter(key -> !expected.containsKey(key))
                    .sorted()
                    .forEach(key -> compare(below(path, key.toString()), Optional.empty(), at(got, key)));
        }
    }

    private static Optional<JsonValue> at(Map<?, ?> map, Object key) {
        return map.containsKey(key) ? Optional.of(new JsonValue(map.get(key))) : Optional.empty();
    }

    private static List<String> below(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
