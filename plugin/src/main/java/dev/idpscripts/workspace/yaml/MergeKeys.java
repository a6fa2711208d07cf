package dev.idpscripts.workspace.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML 1.1's {@code <<}: a mapping, or a list of them of which the first wins. Keys of the mapping itself win over all. */
final class MergeKeys {

    private final int most;
    private int merged;

    /**
     * @param most how many entries may be merged in all
     */
    MergeKeys(int most) {
        this.most = most;
    }

    /**
     * Merges into a mapping, in place.
     *
     * @return the entries that it has got
     */
    List<NodeTuple> into(MappingNode mapping) throws NotJson {
        List<NodeTuple> own = new ArrayList<>(mapping.getValue());
        List<NodeTuple> merges = own.stream().filter(MergeKeys::isMerge).toList();
        if (merges.isEmpty()) {
            return List.of();
        }
        if (merges.size() > 1) {
            throw new NotJson(
                    merges.get(1).getKeyNode(), "\"<<\" is given twice; merge a list instead, such as <<: [*a, *b]");
        }
        own.removeAll(merges);
        Set<String> keys = new HashSet<>();
        own.forEach(entry -> keys.add(key(entry)));
        List<NodeTuple> got = new ArrayList<>();
        for (MappingNode source : sources(merges.get(0).getValueNode())) {
            source.getValue().stream().filter(entry -> keys.add(key(entry))).forEach(got::add);
            merged += source.getValue().size();
            if (merged > most) {
                throw new NotJson(
                        merges.get(0).getKeyNode(),
                        "more than " + most + " keys are merged in this file; merge less often, or smaller mappings");
            }
        }
        own.addAll(got);
        mapping.setValue(own);
        return got;
    }

    private static boolean isMerge(NodeTuple entry) {
        return Tag.MERGE.equals(entry.getKeyNode().getTag());
    }

    /** Other keys than texts are refused later. */
    private static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static List<MappingNode> sources(Node value) throws NotJson {
        List<MappingNode> sources = new ArrayList<>();
        for (Node each : value instanceof SequenceNode list ? list.getValue() : List.of(value)) {
            if (!(each instanceof MappingNode source)) {
                throw new NotJson(
                        each,
                        "\"<<\" merges a mapping or a list of mappings, such as *base; put the key in quotes if it is one of yours");
            }
            if (source.getValue().stream().anyMatch(MergeKeys::isMerge)) {
                throw new NotJson(source, "\"<<\" merges a mapping into itself; write out what is meant");
            }
            sources.add(source);
        }
        return sources;
    }
}
