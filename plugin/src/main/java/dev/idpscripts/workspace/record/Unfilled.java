package dev.idpscripts.workspace.record;

import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.workspace.yaml.Texts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts placeholders back where a result holds their values, so that what is recorded in one environment is right in another. Only
 * those that the script itself uses, and none whose value is so short that it may be anything.
 */
public final class Unfilled {

    private static final int SHORTEST = 4;
    private static final String MARK = "@@";

    private final Map<String, String> nameOf = new LinkedHashMap<>();

    public Unfilled(Script script, Environment environment) {
        script.source().substitutions().stream()
                .flatMap(substitution -> substitution.name(script.source()).stream())
                .filter(environment.values()::containsKey)
                .filter(name -> environment.values().get(name).length() >= SHORTEST)
                .filter(name -> !environment.values().get(name).contains(MARK))
                .distinct()
                .forEach(name -> nameOf.putIfAbsent(environment.values().get(name), name));
    }

    /** The value with placeholders in its texts; a literal {@code @@} is written so that it stays one. */
    public Object of(Object value) {
        return Texts.map(value, this::text);
    }

    private String text(String filled) {
        String text = filled.replace(MARK, MARK + MARK);
        if (nameOf.isEmpty()) {
            return text;
        }
        List<String> longestFirst = nameOf.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        Matcher m = Pattern.compile(longestFirst.stream().map(Pattern::quote).collect(Collectors.joining("|")))
                .matcher(text);
        return m.replaceAll(found -> Matcher.quoteReplacement(MARK + nameOf.get(found.group()) + MARK));
    }
}
