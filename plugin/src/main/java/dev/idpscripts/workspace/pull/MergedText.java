package dev.idpscripts.workspace.pull;

import dev.idpscripts.model.pull.Merged;
import dev.idpscripts.model.pull.Merged.Both;
import dev.idpscripts.model.pull.Merged.Mine;
import dev.idpscripts.model.pull.Merged.Part;
import dev.idpscripts.model.pull.Merged.Theirs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The text of a file that is made of its own lines and the server's, with placeholders. Lines that the file has already stand as it
 * writes them, also where they come from the server.
 */
final class MergedText {

    private final List<String> own;
    private final Map<String, String> known = new HashMap<>();
    private final UnaryOperator<String> emptied;

    /**
     * @param own the file's text with LF line ends; empty for a new file
     * @param filled the same with values
     * @param emptied gives a line placeholders
     */
    MergedText(String own, String filled, UnaryOperator<String> emptied) {
        this.emptied = emptied;
        List<String> lines = Merged.lines(own);
        List<String> values = Merged.lines(filled);
        if (lines.size() == values.size()) {
            this.own = lines;
            for (int i = 0; i < lines.size(); i++) {
                known.putIfAbsent(values.get(i), lines.get(i));
            }
        } else {
            // A value of several lines: then no line stands for another.
            this.own = values.stream().map(emptied).toList();
        }
    }

    String of(Merged merged) {
        List<String> out = new ArrayList<>();
        merged.parts().forEach(part -> add(part, merged, out));
        boolean marked = !out.isEmpty() && out.get(out.size() - 1).startsWith(">>>>>>> ");
        return String.join("\n", out) + (marked ? "\n" : "");
    }

    private void add(Part part, Merged merged, List<String> out) {
        if (part instanceof Mine mine) {
            out.addAll(own.subList(mine.from(), mine.to()));
        } else if (part instanceof Theirs theirs) {
            theirs(theirs.lines(), out);
        } else if (part instanceof Both both) {
            out.add("<<<<<<< files");
            out.addAll(own.subList(both.from(), both.to()));
            if (!merged.base().isEmpty()) {
                out.add("||||||| " + merged.base());
                theirs(both.base(), out);
            }
            out.add("=======");
            theirs(both.theirs(), out);
            out.add(">>>>>>> " + merged.theirs());
        }
    }

    private void theirs(List<String> lines, List<String> out) {
        lines.forEach(line -> out.add(known.containsKey(line) ? known.get(line) : emptied.apply(line)));
    }
}
