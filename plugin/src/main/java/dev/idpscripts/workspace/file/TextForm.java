package dev.idpscripts.workspace.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file writes its text, which stays when the text is replaced: its byte order mark and its line ends. A line that stays keeps its
 * own end, where ends are mixed; a new one gets the end that most have.
 */
final class TextForm {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String USUAL = "\n";
    private static final Pattern LINE = Pattern.compile("([^\r\n]*)(\r\n|\n|\r|$)");

    /** A line and what ends it; empty only for the last one. */
    private record Line(String text, String end) {}

    private final boolean marked;
    private final List<Line> lines;
    private final String most;

    private TextForm(String text) {
        this.marked = text.startsWith(BYTE_ORDER_MARK);
        this.lines = lines(text.substring(marked ? 1 : 0));
        this.most = most(lines);
    }

    /** That of a file; of one that is not there the usual: LF, no byte order mark. */
    static TextForm of(Path file) {
        try {
            return new TextForm(Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "");
        } catch (IOException e) {
            // It was read a moment ago; what is wrong with it is told where it is written.
            return new TextForm("");
        }
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        Matcher m = LINE.matcher(text);
        while (m.find()) {
            if (!m.group().isEmpty()) {
                lines.add(new Line(m.group(1), m.group(2)));
            }
        }
        return lines;
    }

    private static String most(List<Line> lines) {
        Map<String, Integer> counts = new HashMap<>(Map.of(USUAL, 0));
        lines.stream().filter(line -> !line.end().isEmpty()).forEach(line -> counts.merge(line.end(), 1, Integer::sum));
        return counts.get(USUAL).equals(Collections.max(counts.values()))
                ? USUAL
                : Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    /** Another text in this form. Whether it ends with a line end is its own affair. */
    String apply(String text) {
        List<Line> other = lines(text);
        int shorter = Math.min(lines.size(), other.size());
        int head = 0;
        while (head < shorter && same(head, other.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && same(lines.size() - 1 - tail, other.get(other.size() - 1 - tail))) {
            tail++;
        }
        Map<String, String> known = new HashMap<>();
        lines.forEach(line -> known.putIfAbsent(line.text(), line.end()));
        StringBuilder out = new StringBuilder(marked ? BYTE_ORDER_MARK : "");
        for (int i = 0; i < other.size(); i++) {
            int own = i < head ? i : i >= other.size() - tail ? i - other.size() + lines.size() : -1;
            Line line = other.get(i);
            out.append(line.text())
                    .append(end(
                            line,
                            own < 0 ? known.get(line.text()) : lines.get(own).end()));
        }
        return out.toString();
    }

    private boolean same(int own, Line other) {
        return lines.get(own).text().equals(other.text());
    }

    private String end(Line line, String own) {
        if (line.end().isEmpty()) {
            return "";
        }
        return own == null || own.isEmpty() ? most : own;
    }
}
