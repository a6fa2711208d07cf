package dev.idpscripts.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import dev.idpscripts.model.Body;
import java.util.List;

/** The line difference of two bodies, in the unified format without its file header. */
final class BodyDiff {

    private static final int CONTEXT = 3;
    private static final int HEADER_LINES = 2;

    private BodyDiff() {}

    static List<String> of(Body before, Body after) {
        Patch<String> patch = DiffUtils.diff(before.lines(), after.lines());
        if (patch.getDeltas().isEmpty()) {
            return before.equals(after) ? List.of() : List.of("only the line end at the end of the file differs");
        }
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff("before", "after", before.lines(), patch, CONTEXT);
        return lines.stream().skip(HEADER_LINES).map(Text::clean).toList();
    }

    /** The lines in colour. */
    static List<String> coloured(List<String> lines, Style style) {
        return lines.stream()
                .map(line -> switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                    case '+' -> style.added(line);
                    case '-' -> style.removed(line);
                    case '@' -> style.place(line);
                    default -> line;
                })
                .toList();
    }
}
