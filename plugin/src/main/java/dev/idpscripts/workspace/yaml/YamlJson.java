package dev.idpscripts.workspace.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns a YAML value of any shape into a plain JSON value. */
public final class YamlJson {

    /** Thrown inside this class only, to leave the recursion with the first value that JSON does not know. */
    private static final class NotJson extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Node node;

        NotJson(Node node, String message) {
            super(message);
            this.node = node;
        }
    }

    /** What becomes of a text; empty if a problem was added for it. */
    public interface TextCheck {
        public Optional<String> read(String text, Node node);
    }

    private final boolean nulls;
    private final TextCheck texts;

    /**
     * @param nulls whether JSON's null is possible
     * @param texts what becomes of each text that is a value
     */
    public YamlJson(boolean nulls, TextCheck texts) {
        this.nulls = nulls;
        this.texts = texts;
    }

    /** The value, null for JSON's null; empty, with a problem added, if JSON does not know it. */
    public Optional<Located<Object>> read(YamlValue value) {
        try {
            return Optional.of(new Located<>(convert(value.node(), 0), value.origin()));
        } catch (NotJson e) {
            value.problems()
                    .add(YamlDocument.origin(value.file(), e.node), "in \"" + value.label() + "\": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Object convert(Node node, int depth) throws NotJson {
        if (depth > YamlDocument.MAX_DEPTH) {
            throw new NotJson(node, "nested too deeply, or an alias that contains itself");
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                String key = key(entry.getKeyNode());
                if (object.containsKey(key)) {
                    throw new NotJson(entry.getKeyNode(), "\"" + key + "\" is given twice; keep one");
                }
                object.put(key, convert(entry.getValueNode(), depth + 1));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> array = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, depth + 1));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static String key(Node node) throws NotJson {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new NotJson(node, "a key must be plain text");
    }

    private Object scalar(ScalarNode node) throws NotJson {
        String text = node.getValue();
        Tag tag = node.getTag();
        try {
            if (Tag.STR.equals(tag)) {
                return texts.read(text, node).orElse("");
            }
            if (Tag.BOOL.equals(tag)) {
                return List.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT));
            }
            if (Tag.INT.equals(tag)) {
                return new BigInteger(text);
            }
            if (Tag.FLOAT.equals(tag)) {
                return new BigDecimal(text);
            }
            if (Tag.NULL.equals(tag) && nulls) {
                return null;
            }
        } catch (NumberFormatException e) {
            throw new NotJson(node, text + " is not a number that JSON knows; put it in quotes: \"" + text + "\"");
        }
        throw new NotJson(
                node, (text.isEmpty() ? "an empty value" : text) + " is not possible here; put text in quotes");
    }
}
