package dev.idpscripts.workspace.create;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template's placeholders ({@code {{name}}} in its body) are to be, from its annotations. The server takes any value for those, so
 * every shape that people use is read: keys with texts, keys with {@code description}, {@code example}, {@code type} and
 * {@code default}, or a list of names.
 *
 * @param fields by name, in the order of the annotations, then of the body
 */
record PlaceholderForm(Map<String, Placeholder> fields) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z_][\\w.-]*)\\s*}}");

    /**
     * One placeholder.
     *
     * @param type {@code text}, {@code integer}, {@code number} or {@code boolean}
     * @param inBody whether the body has it
     */
    record Placeholder(
            String name,
            String type,
            Optional<String> description,
            Optional<String> example,
            Optional<Object> preset,
            boolean inBody) {

        /** Whether there can be no script without a value for it. */
        boolean isRequired() {
            return inBody && preset.isEmpty();
        }
    }

    /** What a body asks for. */
    static PlaceholderForm of(Optional<Object> annotations, String body) {
        Map<String, Object> given = new LinkedHashMap<>();
        annotations.ifPresent(value -> annotated(value, given));
        Matcher m = PLACEHOLDER.matcher(body);
        Map<String, Placeholder> fields = new LinkedHashMap<>();
        List<String> inBody =
                m.results().map(found -> found.group(1)).distinct().toList();
        given.forEach((name, about) -> fields.put(name, field(name, about, inBody.contains(name))));
        inBody.forEach(name -> fields.putIfAbsent(name, field(name, "", true)));
        return new PlaceholderForm(fields);
    }

    private static void annotated(Object value, Map<String, Object> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, about) -> into.put(bare(name.toString()), Objects.requireNonNullElse(about, "")));
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> map && map.get("name") instanceof String name) {
                    into.put(bare(name), map);
                } else if (item instanceof String name) {
                    into.put(bare(name), "");
                }
            }
        }
    }

    /** Some write the braces in the annotations too. */
    private static String bare(String name) {
        Matcher m = PLACEHOLDER.matcher(name);
        return m.matches() ? m.group(1) : name;
    }

    private static Placeholder field(String name, Object about, boolean inBody) {
        if (!(about instanceof Map<?, ?> map)) {
            Optional<String> description = Optional.of(about.toString()).filter(text -> !text.isBlank());
            return new Placeholder(name, "text", description, Optional.empty(), Optional.empty(), inBody);
        }
        return new Placeholder(
                name,
                type(map.get("type")),
                Optional.ofNullable(map.get("description")).map(Object::toString),
                Optional.ofNullable(map.get("example")).map(Object::toString),
                Optional.ofNullable(map.get("default")),
                inBody);
    }

    private static String type(Object given) {
        return switch (String.valueOf(given)) {
            case "integer", "int" -> "integer";
            case "number", "float" -> "number";
            case "boolean", "bool" -> "boolean";
            default -> "text";
        };
    }

    /** The body with each placeholder's text in its place. */
    static String fill(String body, Map<String, String> texts) {
        return PLACEHOLDER
                .matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement(texts.getOrDefault(found.group(1), found.group())));
    }
}
