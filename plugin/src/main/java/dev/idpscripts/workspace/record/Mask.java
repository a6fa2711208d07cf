package dev.idpscripts.workspace.record;

import dev.idpscripts.workspace.select.ScriptFilter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hides secrets in what comes from a server before it gets into files. What stands under a name that is a secret's is replaced wherever
 * else it stands too, by the same word each time: a script that copies a password gives the same test with the mask.
 */
final class Mask {

    /** Names of secrets in every repository; {@code *} stands for any characters, in any case. */
    private static final List<String> ALWAYS = List.of(
            "*password*",
            "*passwd*",
            "*passphrase*",
            "pwd",
            "*secret*",
            "*token*",
            "key",
            "*key",
            "*keys",
            "*credential*",
            "pin");

    /** A shorter text may stand within any other by chance. */
    private static final int SHORTEST_PART = 4;

    private final List<Pattern> names;
    private final Map<String, String> wordOf = new LinkedHashMap<>();

    /**
     * @param more further names of secrets
     */
    Mask(List<String> more) {
        this.names =
                Stream.concat(ALWAYS.stream(), more.stream()).map(Mask::pattern).toList();
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(ScriptFilter.pattern(name).pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** How many secrets were found. */
    int size() {
        return wordOf.size();
    }

    /** Finds the secrets in a value, so that they are hidden in it and in others. */
    void learn(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                if (isSecret(name.toString())) {
                    secrets(inner);
                } else {
                    learn(inner);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(this::learn);
        }
    }

    private boolean isSecret(String name) {
        return names.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private void secrets(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::secrets);
        } else if (value instanceof List<?> list) {
            list.forEach(this::secrets);
        } else if (value instanceof String text && !text.isEmpty()) {
            wordOf.computeIfAbsent(text, key -> "masked-" + (wordOf.size() + 1));
        }
    }

    /** The value without secrets. Truth values stay: they tell whether there is one, not which. */
    Object hide(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) ->
                    copy.put(name.toString(), isSecret(name.toString()) ? numbers(hide(inner)) : hide(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(hide(item)));
            return copy;
        }
        return value instanceof String text ? hidden(text) : value;
    }

    private static Object numbers(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> copy.put(name.toString(), numbers(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Mask::numbers).collect(Collectors.toCollection(ArrayList::new));
        }
        return value instanceof Number ? BigInteger.ZERO : value;
    }

    private String hidden(String text) {
        if (wordOf.containsKey(text)) {
            return wordOf.get(text);
        }
        List<String> parts = wordOf.keySet().stream()
                .filter(secret -> secret.length() >= SHORTEST_PART)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        // A script may have changed its case.
        String left = text;
        for (String secret : parts) {
            left = Pattern.compile(Pattern.quote(secret), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(left)
                    .replaceAll(wordOf.get(secret));
        }
        return left;
    }
}
