package dev.idpscripts.workspace.create;

import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import dev.idpscripts.workspace.yaml.YamlDocument;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for a template's placeholders, as the user gave them. */
final class TemplateValues {

    private final Map<String, Object> given;

    /**
     * @param given plain values by name
     */
    TemplateValues(Map<String, Object> given) {
        this.given = given;
    }

    /**
     * Reads them.
     *
     * @param text a YAML or JSON file, or the value itself if it begins with a brace; null or blank for none
     * @param single win over those
     * @throws dev.idpscripts.model.error.InvalidFiles if they cannot be read
     */
    static TemplateValues read(Path root, String text, Map<String, String> single) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (text != null && !text.isBlank()) {
            Problems problems = new Problems();
            Optional<YamlValue> value = text.stripLeading().startsWith("{")
                    ? YamlDocument.parse("-Didp-scripts.values", text, problems)
                    : YamlDocument.value(TextFile.of(root, text), problems);
            value.flatMap(YamlValue::object).ifPresent(object -> object.entries()
                    .forEach((name, entry) -> entry.value().json().ifPresent(json -> values.put(name, json))));
            problems.throwIfAny();
        }
        values.putAll(single);
        return new TemplateValues(values);
    }

    /**
     * The text for each placeholder.
     *
     * @param template what it is called in the error
     * @throws UserError that lists all that is missing, unknown or of the wrong type
     */
    Map<String, String> texts(PlaceholderForm form, String template) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (PlaceholderForm.Placeholder field : form.fields().values()) {
            Optional<Object> value =
                    Optional.ofNullable(given.get(field.name())).or(field::preset);
            if (value.isEmpty() && field.isRequired()) {
                wrong.add(missing(field));
            }
            value.ifPresent(v -> text(field, v)
                    .ifPresentOrElse(text -> texts.put(field.name(), text), () -> wrong.add(mistyped(field, v))));
        }
        given.keySet().stream()
                .filter(name -> !form.fields().containsKey(name))
                .forEach(name -> wrong.add(unknown(name, form)));
        if (!wrong.isEmpty()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "template " + template + " cannot be filled:\n  " + String.join("\n  ", wrong),
                    "Nothing was written. Give values with -Didp-scripts.value.NAME=VALUE, or all in a file: -Didp-scripts.values=FILE");
        }
        return texts;
    }

    private static String missing(PlaceholderForm.Placeholder field) {
        return "\"" + field.name() + "\" has no value"
                + field.description().map(text -> ": " + text).orElse("")
                + field.example().map(text -> ", such as " + text).orElse("");
    }

    private static String mistyped(PlaceholderForm.Placeholder field, Object value) {
        String wanted =
                switch (field.type()) {
                    case "integer" -> "a whole number";
                    case "number" -> "a number";
                    case "boolean" -> "true or false";
                    default -> "text";
                };
        String found =
                value instanceof Map<?, ?> ? "a mapping" : value instanceof List<?> ? "a list" : "\"" + value + "\"";
        return "\"" + field.name() + "\" must be " + wanted + ", not " + found;
    }

    private static String unknown(String name, PlaceholderForm form) {
        return "the template knows no \"" + name + "\""
                + Suggestion.didYouMean(name, form.fields().keySet());
    }

    private static Optional<String> text(PlaceholderForm.Placeholder field, Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            return Optional.empty();
        }
        String text = value.toString();
        boolean right =
                switch (field.type()) {
                    case "integer" -> isNumber(text, true);
                    case "number" -> isNumber(text, false);
                    case "boolean" -> text.equals("true") || text.equals("false");
                    default -> true;
                };
        return Optional.of(text).filter(t -> right);
    }

    private static boolean isNumber(String text, boolean whole) {
        try {
            return (whole ? new BigInteger(text) : new BigDecimal(text)) != null;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
