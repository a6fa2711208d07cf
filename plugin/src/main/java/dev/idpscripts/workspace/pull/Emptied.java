package dev.idpscripts.workspace.pull;

import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.workspace.Placeholders;
import dev.idpscripts.workspace.file.Problems;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The opposite of {@link Placeholders}: puts placeholders back where a line from the server has their values. Values of fewer than
 * four characters, or with a line end, may be anything and stay; so do values within a longer word. The result filled in gives the
 * line again.
 */
final class Emptied {

    private static final int SHORTEST = 4;
    private static final String MARK = "@@";

    private final Placeholders placeholders;
    private final Map<String, String> nameOf = new LinkedHashMap<>();
    private final Optional<Pattern> values;

    Emptied(Environment environment) {
        this.placeholders = new Placeholders(environment);
        // Of two names with one value always the same one.
        new TreeMap<>(environment.values()).forEach((name, value) -> {
            if (value.length() >= SHORTEST && !value.contains("\n") && !value.contains("\r")) {
                nameOf.putIfAbsent(value, name);
            }
        });
        List<String> longestFirst = nameOf.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        this.values = longestFirst.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(
                        longestFirst.stream().map(Emptied::whole).collect(Collectors.joining("|"))));
    }

    /** The value as a word of its own, as far as it begins and ends with letters or digits. */
    private static String whole(String value) {
        String before = Character.isLetterOrDigit(value.codePointAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
        String after = Character.isLetterOrDigit(value.codePointBefore(value.length())) ? "(?![\\p{L}\\p{N}])" : "";
        return before + Pattern.quote(value) + after;
    }

    /** A line as it is to stand in a file. */
    String line(String filled) {
        String emptied = values.map(pattern -> emptied(filled, pattern)).orElseGet(() -> literal(filled));
        boolean same = placeholders
                .fill(emptied, at -> null, new Problems())
                .filter(again -> again.text().equals(filled))
                .isPresent();
        return same ? emptied : literal(filled);
    }

    private String emptied(String filled, Pattern pattern) {
        StringBuilder out = new StringBuilder();
        Matcher m = pattern.matcher(filled);
        int at = 0;
        while (m.find()) {
            out.append(literal(filled.substring(at, m.start())))
                    .append(MARK)
                    .append(nameOf.get(m.group()))
                    .append(MARK);
            at = m.end();
        }
        return out.append(literal(filled.substring(at))).toString();
    }

    private static String literal(String text) {
        return text.replace(MARK, MARK + MARK);
    }
}
