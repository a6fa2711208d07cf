package dev.idpscripts.workspace.yaml;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.workspace.file.Problems;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A mapping in a YAML file. It remembers which keys were asked for, so that the others can be refused without a list of the
 * known ones standing anywhere else.
 */
public final class YamlObject {

    /** A key where it stands, and its value. */
    public record Entry(SourceLocation origin, YamlValue value) {}

    private final SourceLocation origin;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private YamlObject(SourceLocation origin, Problems problems) {
        this.origin = origin;
        this.problems = problems;
    }

    public static YamlObject empty(SourceLocation origin, Problems problems) {
        return new YamlObject(origin, problems);
    }

    static YamlObject of(MappingNode node, String file, Problems problems) {
        YamlObject object = new YamlObject(YamlDocument.origin(file, node), problems);
        node.getValue().forEach(entry -> object.add(entry, file));
        return object;
    }

    private void add(NodeTuple tuple, String file) {
        Node keyNode = tuple.getKeyNode();
        SourceLocation keyOrigin = YamlDocument.origin(file, keyNode);
        if (!(keyNode instanceof ScalarNode scalar)) {
            problems.add(keyOrigin, "a key must be plain text");
            return;
        }
        String key = scalar.getValue();
        Entry first = entries.putIfAbsent(
                key, new Entry(keyOrigin, new YamlValue(key, tuple.getValueNode(), file, problems)));
        if (first != null) {
            problems.add(
                    keyOrigin,
                    "\"" + key + "\" is given twice, first in line "
                            + first.origin().line() + "; keep one");
        }
    }

    public SourceLocation origin() {
        return origin;
    }

    public Optional<YamlValue> get(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** Whether the key is there and true; it is not known by that. */
    public boolean isTrue(String key) {
        return get(key).filter(value -> value.isPlain() && value.scalar().equals("true"))
                .isPresent();
    }

    /** Whether the key is there and true; a problem is added if it is neither true nor false. */
    public boolean flag(String key) {
        return get(key).flatMap(YamlValue::bool).map(Located::value).orElse(false);
    }

    /** The key's value; a problem is added if the key is missing. */
    public Optional<YamlValue> require(String key, String meaning) {
        Optional<YamlValue> value = get(key);
        if (value.isEmpty()) {
            problems.add(origin, "\"" + key + "\" is missing: " + meaning);
        }
        return value;
    }

    /** All entries, for a mapping whose keys are the user's own. */
    public Map<String, Entry> entries() {
        known.addAll(entries.keySet());
        return entries;
    }

    /** Text values under the user's own keys. */
    public Map<String, Located<String>> texts() {
        Map<String, Located<String>> texts = new LinkedHashMap<>();
        entries().forEach((key, entry) -> entry.value().text().ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    /** Adds a problem for each key that nobody has asked for. */
    public void refuseOthers() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.add(entry.origin(), unknown("key", key, known));
            }
        });
    }

    /** Such as {@code unknown key "nmae"; did you mean "name"? Known here: name, description}. */
    public static String unknown(String what, String word, Set<String> known) {
        String hint = Suggestion.didYouMean(word, known);
        return "unknown " + what + " \"" + word + "\"" + (hint.isEmpty() ? ". " : hint + " ") + "Known here: "
                + String.join(", ", List.copyOf(known));
    }
}
