package dev.idpscripts.workspace.yaml;

import dev.idpscripts.model.Characters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns a YAML value of any shape into a plain JSON value, and refuses what would be something else to the server than it seems in the file. */
public final class YamlJson {

    /** What becomes of a text; empty if a problem was added for it. */
    public interface TextCheck {
        public Optional<String> read(String text, Node node);
    }

    private final boolean nulls;
    private final boolean stored;
    private final TextCheck texts;

    private YamlJson(boolean nulls, boolean stored, TextCheck texts) {
        this.nulls = nulls;
        this.stored = stored;
        this.texts = texts;
    }

    /**
     * For values that are sent to the server.
     *
     * @param nulls whether JSON's null is possible
     * @param texts what becomes of each text that is a value
     */
    public static YamlJson sent(boolean nulls, TextCheck texts) {
        return new YamlJson(nulls, true, texts);
    }

    /**
     * For values that are only compared with what a script gives, which may hold U+0000.
     *
     * @param texts what becomes of each text that is a value
     */
    public static YamlJson compared(TextCheck texts) {
        return new YamlJson(true, false, texts);
    }

    /** The value, null for JSON's null; empty, with a problem added, if JSON does not know it. */
    public Optional<Located<Object>> read(YamlValue value) {
        try {
            return Optional.of(new Located<>(convert(value.node(), 0), value.origin()));
        } catch (NotJson e) {
            value.problems()
                    .add(
                            YamlDocument.origin(value.file(), e.node()),
                            "in \"" + value.label() + "\": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Object convert(Node node, int depth) throws NotJson {
        if (depth > YamlDocument.MAX_DEPTH) {
            throw new NotJson(node, "nested too deeply, or an alias that contains itself");
        }
        if (node instanceof MappingNode mapping) {
            refuseTag(mapping, Tag.MAP);
            return object(mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            refuseTag(sequence, Tag.SEQ);
            List<Object> array = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                array.add(convert(item, depth + 1));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static void refuseTag(Node node, Tag usual) throws NotJson {
        if (!usual.equals(node.getTag())) {
            throw new NotJson(node, "the tag " + node.getTag() + " means nothing here; remove it");
        }
    }

    private Map<String, Object> object(MappingNode mapping, int depth) throws NotJson {
        Map<String, Object> object = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = key(entry);
            if (object.containsKey(key)) {
                throw new NotJson(entry.getKeyNode(), "\"" + key + "\" is given twice; keep one");
            }
            object.put(key, convert(entry.getValueNode(), depth + 1));
        }
        return object;
    }

    private String key(NodeTuple entry) throws NotJson {
        if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
            throw new NotJson(entry.getKeyNode(), "a key must be plain text");
        }
        String key = scalar.getValue();
        refuseUnstorable(key, scalar);
        boolean noValue = entry.getValueNode() instanceof ScalarNode value
                && value.isPlain()
                && value.getValue().isEmpty();
        if (scalar.isPlain() && key.contains(":") && noValue) {
            throw new NotJson(
                    scalar, key + " is a key without a value; put a space behind the colon, or quotes around the key");
        }
        return key;
    }

    private void refuseUnstorable(String text, Node node) throws NotJson {
        Optional<String> wrong = Characters.unstorable(text).filter(why -> stored || Characters.isBroken(text));
        if (wrong.isPresent()) {
            throw new NotJson(node, wrong.get());
        }
    }

    private Object scalar(ScalarNode node) throws NotJson {
        if (Tag.STR.equals(node.getTag())) {
            JsonScalar.refuseLookalike(node);
            String text = texts.read(node.getValue(), node).orElse("");
            refuseUnstorable(text, node);
            return text;
        }
        if (Tag.NULL.equals(node.getTag()) && !nulls) {
            throw new NotJson(
                    node,
                    (node.getValue().isEmpty() ? "an empty value" : node.getValue())
                            + " is not possible here; put text in quotes");
        }
        return new JsonScalar(node).value();
    }
}
