package dev.idpscripts.workspace.record;

import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.yaml.YamlJson;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Nodes of a file that was read without problems, and whose text is to be changed. */
final class YamlNodes {

    private YamlNodes() {}

    /** A key's value, if the node is a mapping that has it. */
    static Optional<Node> value(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> text(entry.getKeyNode()).equals(key))
                        .findFirst()
                        .map(NodeTuple::getValueNode)
                : Optional.empty();
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** What it says, with placeholders as they stand; null for JSON's null. */
    static Object json(Node node) {
        return YamlJson.compared((text, place) -> Optional.of(text))
                .read(new YamlValue("", node, "", new Problems()))
                .orElseThrow()
                .value();
    }
}
