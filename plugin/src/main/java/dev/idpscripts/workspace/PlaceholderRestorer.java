package dev.idpscripts.workspace;

import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.yaml.Texts;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The opposite of {@link Placeholders}: puts placeholders back where a text from a server holds their values, so that what is written in
 * one environment is right in another. Values of fewer than four characters may be anything and stay. The result filled in gives the text
 * again.
 */
public final class PlaceholderRestorer {

    private static final int SHORTEST = 4;
    private static final String MARK = "@@";

    private final Placeholders placeholders;
    private final Map<String, String> nameOf = new LinkedHashMap<>();
    private final Optional<Pattern> values;

    private PlaceholderRestorer(Environment environment, Collection<String> names, UnaryOperator<String> pattern) {
        this.placeholders = new Placeholders(environment);
        names.stream()
                .filter(environment.values()::containsKey)
                .filter(name -> environment.values().get(name).length() >= SHORTEST)
                .forEach(name -> nameOf.putIfAbsent(environment.values().get(name), name));
        List<String> longestFirst = nameOf.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        this.values = longestFirst.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(longestFirst.stream().map(pattern).collect(Collectors.joining("|"))));
    }

    /** For the lines of a script's or template's body: all placeholders there are, and only for words of their own. */
    public static PlaceholderRestorer ofLines(Environment environment) {
        // Sorted, so that of two names with one value it is always the same one.
        return new PlaceholderRestorer(
                environment, new TreeSet<>(environment.values().keySet()), value -> whole(value));
    }

    /** For what a script gave: only placeholders that the script itself uses, but within words too, since it puts texts together. */
    public static PlaceholderRestorer ofResults(Script script, Environment environment) {
        List<String> names = script.source().substitutions().stream()
                .flatMap(substitution -> substitution.name(script.source()).stream())
                .toList();
        return new PlaceholderRestorer(environment, names, Pattern::quote);
    }

    /** The value as a word of its own, as far as it begins and ends with letters or digits. */
    private static String whole(String value) {
        String before = Character.isLetterOrDigit(value.codePointAt(0)) ? "(?<![\\p{L}\\p{N}])" : "";
        String after = Character.isLetterOrDigit(value.codePointBefore(value.length())) ? "(?![\\p{L}\\p{N}])" : "";
        return before + Pattern.quote(value) + after;
    }

    /** A JSON value as it is to stand in a file, with placeholders in its texts. */
    public Object value(Object filled) {
        return Texts.map(filled, this::text);
    }

    /** A text as it is to stand in a file; a literal {@code @@} is written so that it stays one. */
    public String text(String filled) {
        String restored = values.map(pattern -> restored(filled, pattern)).orElseGet(() -> literal(filled));
        boolean same = placeholders
                .fill(restored, at -> null, new Problems())
                .filter(again -> again.text().equals(filled))
                .isPresent();
        return same ? restored : literal(filled);
    }

    private String restored(String filled, Pattern pattern) {
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
