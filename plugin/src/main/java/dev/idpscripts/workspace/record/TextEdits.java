package dev.idpscripts.workspace.record;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Puts other values into the text of a YAML file; the rest of the text stays, comments too. */
final class TextEdits {

    /** What may stand before a value, and stays: an anchor, of which others may be made, and a tag goes with the value. */
    private static final Pattern ANCHOR = Pattern.compile("&[^\\s,\\[\\]{}]+\\s+");

    /**
     * A part of the text to be replaced. The same one twice, where two tests share an anchor, is one.
     *
     * @param from the first character
     * @param to the first character after it
     */
    private record Replacement(int from, int to, String by) {}

    private final String text;
    private final Set<Replacement> edits = new LinkedHashSet<>();

    TextEdits(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * Replaces a value.
     *
     * @param flow one line of YAML
     */
    void replace(Node node, String flow) {
        int from = index(node.getStartMark().getIndex());
        int to = index(node.getEndMark().getIndex());
        Matcher anchor = ANCHOR.matcher(text).region(from, to);
        from = anchor.lookingAt() ? anchor.end() : from;
        if (from == to) {
            // Nothing stands there, not even a space behind the key.
            edits.add(new Replacement(from, to, " " + flow));
        } else if (node instanceof ScalarNode) {
            edits.add(new Replacement(
                    from, from + text.substring(from, to).stripTrailing().length(), flow));
        } else if (text.charAt(from) == '{' || text.charAt(from) == '[') {
            edits.add(new Replacement(from, to, flow));
        } else {
            block(from, to, flow);
        }
    }

    /** Up to the line of the key, if no comment is there, and no further than the last line with content. */
    private void block(int from, int to, String flow) {
        int key = text.substring(0, from).stripTrailing().length();
        int line = text.lastIndexOf('\n', key - 1) + 1;
        boolean comment = text.substring(line, key).contains("#");
        edits.add(
                comment
                        ? new Replacement(from, contentEnd(from, to), flow)
                        : new Replacement(key, contentEnd(key, to), " " + flow));
    }

    private int contentEnd(int from, int to) {
        int end = from + text.substring(from, to).stripTrailing().length();
        int line = text.lastIndexOf('\n', end - 1) + 1;
        return line > from && text.substring(line, end).strip().startsWith("#") ? contentEnd(from, line) : end;
    }

    /** SnakeYAML counts characters, not Java's units. */
    private int index(int characters) {
        return text.offsetByCodePoints(0, characters);
    }

    String edited() {
        StringBuilder out = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(Replacement::from).reversed())
                .forEach(edit -> out.replace(edit.from(), edit.to(), edit.by()));
        return out.toString();
    }
}
