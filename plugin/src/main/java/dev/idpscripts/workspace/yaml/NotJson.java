package dev.idpscripts.workspace.yaml;

import org.yaml.snakeyaml.nodes.Node;

/** Leaves a recursion with the first value that JSON does not know, or that cannot stand where it stands. Stays in this room. */
final class NotJson extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Node node;

    NotJson(Node node, String message) {
        super(message);
        this.node = node;
    }

    Node node() {
        return node;
    }
}
