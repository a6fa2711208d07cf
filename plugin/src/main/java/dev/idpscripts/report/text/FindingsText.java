package dev.idpscripts.report.text;

import dev.idpscripts.model.Characters;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is wrong in the files, for a terminal: the place, the sentence, the line of the file and a mark below it. */
public final class FindingsText {

    private static final int TAB = 4;

    /** A line is cut so that the place is seen and nothing wraps. */
    private static final int WIDTH = 100;

    private final Style style;
    private final Function<SourceLocation, Optional<String>> lines;

    /**
     * @param lines the line of the file at a place
     */
    public FindingsText(Style style, Function<SourceLocation, Optional<String>> lines) {
        this.style = style;
        this.lines = lines;
    }

    /** The finding, line by line. */
    public List<String> render(Finding finding) {
        List<String> out = new ArrayList<>();
        out.add(Text.clean(finding.origin() + ": " + finding.message()));
        out.addAll(excerpt(finding.origin()));
        return out;
    }

    /** The line of the file and a mark below the place. */
    public List<String> excerpt(SourceLocation origin) {
        return lines.apply(origin)
                .filter(line -> !line.isBlank())
                .map(line -> excerpt(origin, line))
                .orElse(List.of());
    }

    private List<String> excerpt(SourceLocation origin, String line) {
        String start = Characters.first(line, origin.column() - 1);
        String left = show(start);
        String right = show(line.substring(start.length()));
        String near = Characters.last(left, WIDTH * 2 / 3);
        String before = near.equals(left) ? near : "…" + near;
        String shown = before + right;
        String number = String.format("%5d | ", origin.line());
        String mark = " ".repeat(number.length() - 2) + "| " + " ".repeat(before.length());
        return List.of(
                style.faint(number) + (Characters.count(shown) > WIDTH ? Characters.first(shown, WIDTH) + "…" : shown),
                style.faint(mark) + style.removed("^"));
    }

    private static String show(String text) {
        return Text.clean(text.replace("\t", " ".repeat(TAB)));
    }

    /** Such as {@code 16 scripts, 28 bindings, 4 templates}. */
    public static String size(ObjectCounts files) {
        return Text.size(files);
    }

    /** Such as {@code Valid: 16 scripts, 28 bindings, 4 templates. 1 warning.} */
    public static String valid(ObjectCounts files, int warnings) {
        return "Valid: " + Text.size(files) + "."
                + (warnings == 0 ? "" : " " + Phrase.count(warnings, "warning") + ".");
    }
}
