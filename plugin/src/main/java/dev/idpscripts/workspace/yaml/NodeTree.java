package dev.idpscripts.workspace.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A document's nodes as readers want them: merged ({@link MergeKeys}), and with aliases that do not stand for more than anybody writes. */
final class NodeTree {

    /** Values that aliases may add. A context has at most 100 KB on the server (server.md 4.3), so this is more than anybody needs. */
    private static final int MOST = 100_000;

    private static final long ENDLESS = Integer.MAX_VALUE;

    /** Per collection: how many values it is when written out; absent while its own are being counted. */
    private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();

    private final IdentityHashMap<Node, Long> uses = new IdentityHashMap<>();
    private final MergeKeys merge = new MergeKeys(MOST);

    private NodeTree() {}

    /**
     * Merges in place.
     *
     * @throws NotJson with the first node that cannot be so
     */
    static void resolve(Node root) throws NotJson {
        NodeTree tree = new NodeTree();
        if (tree.size(root) - tree.uses.size() > MOST) {
            throw tree.tooMany();
        }
    }

    private long size(Node node) throws NotJson {
        if (uses.merge(node, 1L, Long::sum) > 1) {
            // An alias within what it names is refused where the depth is counted: YamlJson.
            return sizes.getOrDefault(node, 1L);
        }
        if (!(node instanceof CollectionNode<?>)) {
            return 1;
        }
        long size = 1;
        for (Node child : children(node)) {
            size = Math.min(size + size(child), ENDLESS);
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple merged : merge.into(mapping)) {
                size = Math.min(size + sizes.getOrDefault(merged.getValueNode(), 1L), ENDLESS);
            }
        }
        sizes.put(node, size);
        return size;
    }

    private static List<Node> children(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        List<Node> children = new ArrayList<>();
        ((MappingNode) node).getValue().forEach(entry -> {
            children.add(entry.getKeyNode());
            children.add(entry.getValueNode());
        });
        return children;
    }

    private NotJson tooMany() {
        Node most = sizes.keySet().stream()
                .max(Comparator.comparingLong(node -> (uses.get(node) - 1) * sizes.get(node)))
                .orElseThrow();
        return new NotJson(
                most,
                "what the anchor &" + most.getAnchor() + " names is used " + (uses.get(most) - 1)
                        + " times; with it the aliases of the file stand for more than " + MOST
                        + " values: use it less often, or give it fewer values");
    }
}
