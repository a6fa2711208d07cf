package dev.idpscripts.mojo.maven;

import dev.idpscripts.model.view.WatchResult;
import dev.idpscripts.report.style.LogLine;
import dev.idpscripts.report.text.WatchText;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The last look at the files, and nothing else, on a console.
 *
 * @param title stands above each look
 * @param rows how many lines fit; 0 if that is not known
 */
public record Screen(PrintWriter console, List<String> title, WatchText text, int rows)
        implements Consumer<WatchResult> {

    /** To the first place, and nothing below it: what scrolled away before stays. */
    private static final String CLEAR = "\u001B[H\u001B[J";

    @Override
    public void accept(WatchResult round) {
        List<String> lines = Stream.concat(title.stream(), text.render(round).stream())
                .map(line -> LogLine.of(line, true))
                .toList();
        console.print(CLEAR);
        if (rows < 3 || lines.size() < rows) {
            lines.forEach(console::println);
        } else {
            lines.subList(0, rows - 3).forEach(console::println);
            console.println("… " + (lines.size() - rows + 2) + " lines more");
            console.println(lines.get(lines.size() - 1));
        }
        console.flush();
    }
}
