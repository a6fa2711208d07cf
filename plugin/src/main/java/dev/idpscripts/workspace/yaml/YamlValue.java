package dev.idpscripts.workspace.yaml;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.workspace.file.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file. Each question is for one type; where the value is of another, the answer is empty and a problem
 * says what was expected and what is there.
 *
 * @param label what messages call it: its key
 * @param node the value
 * @param file the file it is in
 * @param problems takes what is wrong
 */
public record YamlValue(String label, Node node, String file, Problems problems) {

    public SourceLocation origin() {
        return YamlDocument.origin(file, node);
    }

    public Optional<Located<String>> text() {
        if (node instanceof ScalarNode scalar && Tag.STR.equals(scalar.getTag())) {
            return located(scalar.getValue());
        }
        String remedy = node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())
                ? "; put it in quotes: \"" + scalar.getValue() + "\""
                : "";
        return wrong("must be text", remedy);
    }

    /** A whole number within both bounds. */
    public Optional<Located<Integer>> integer(int min, int max) {
        if (node instanceof ScalarNode scalar && Tag.INT.equals(scalar.getTag())) {
            Optional<Integer> value = decimal(scalar.getValue()).filter(n -> n >= min && n <= max);
            if (value.isPresent()) {
                return located(value.get());
            }
        }
        return wrong("must be a whole number " + range(min, max), "");
    }

    public Optional<Located<Boolean>> bool() {
        if (node instanceof ScalarNode scalar && Tag.BOOL.equals(scalar.getTag())) {
            return located(
                    List.of("true", "yes", "on").contains(scalar.getValue().toLowerCase(Locale.ROOT)));
        }
        return wrong("must be true or false", "");
    }

    /** One of an enum's values, as the enum writes itself. */
    public <E extends Enum<E>> Optional<Located<E>> choice(Class<E> type) {
        List<E> values = Arrays.asList(type.getEnumConstants());
        List<String> names = values.stream().map(E::toString).toList();
        String given = scalar();
        Optional<E> match =
                values.stream().filter(v -> v.toString().equals(given)).findFirst();
        if (match.isPresent()) {
            return located(match.get());
        }
        return wrong("must be one of " + String.join(", ", names), Suggestion.didYouMean(given, names));
    }

    public Optional<YamlObject> object() {
        return node instanceof MappingNode mapping
                ? Optional.of(YamlObject.of(mapping, file, problems))
                : wrong("must be a mapping of keys to values", "");
    }

    public Optional<List<YamlValue>> list() {
        if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue();
            return Optional.of(IntStream.range(0, items.size())
                    .mapToObj(i -> new YamlValue("item " + (i + 1) + " of " + label, items.get(i), file, problems))
                    .toList());
        }
        return wrong("must be a list", "");
    }

    /** Any value that the server stores, except null: maps, lists, texts, numbers and booleans. */
    public Optional<Object> json() {
        return YamlJson.sent(false, (text, place) -> Optional.of(text))
                .read(this)
                .map(Located::value);
    }

    private <T> Optional<Located<T>> located(T value) {
        return Optional.of(new Located<>(value, origin()));
    }

    /** Whether this is a text, number or truth value: something on one line, not empty. */
    public boolean isPlain() {
        return node instanceof ScalarNode && !Tag.NULL.equals(node.getTag());
    }

    /** The text as written, whatever its type; empty for a list or mapping. */
    public String scalar() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Adds the problem that this is not what was expected. */
    public <T> Optional<T> wrong(String expected, String remedy) {
        problems.add(origin(), "\"" + label + "\" " + expected + ", not " + found() + remedy);
        return Optional.empty();
    }

    private String found() {
        if (node instanceof ScalarNode scalar) {
            if (Tag.NULL.equals(scalar.getTag())) {
                return "empty";
            }
            return (List.of(Tag.INT, Tag.FLOAT, JsonNumbers.TAG).contains(scalar.getTag()) ? "the number " : "")
                    + (Tag.STR.equals(scalar.getTag()) ? "\"" + scalar.getValue() + "\"" : scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }

    private static String range(int min, int max) {
        return max == Integer.MAX_VALUE ? "of " + min + " or more" : "from " + min + " to " + max;
    }

    private static Optional<Integer> decimal(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
