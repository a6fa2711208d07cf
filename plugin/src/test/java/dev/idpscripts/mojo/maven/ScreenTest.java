package dev.idpscripts.mojo.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.view.WatchResult;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.WatchText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One screen for each look. */
class ScreenTest {

    @Test
    void aScreenShowsTheLastLookAndItsEnd() {
        List<Finding> findings = IntStream.range(0, 20)
                .mapToObj(i -> Finding.of(new Problem(new SourceLocation("scripts/s" + i + ".rhai", 1, 5), "wrong")))
                .toList();
        WatchResult result = new WatchResult(
                new TreeSet<>(),
                Optional.empty(),
                findings,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new ObjectCounts(20, 0, 0),
                Duration.ofMillis(1));
        StringWriter out = new StringWriter();
        WatchText text = new WatchText(Style.PLAIN, new FindingsText(Style.PLAIN, origin -> Optional.empty()), 0);
        try (PrintWriter console = new PrintWriter(out)) {
            new Screen(console, List.of("Environment a"), text, 10).accept(result);
        }
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.get(0).startsWith("\u001B[H\u001B[JEnvironment a"), lines.get(0));
        assertTrue(lines.get(1).startsWith("error scripts/s0.rhai:1:"), lines.get(1));
        assertEquals(9, lines.size(), "and the cursor's line");
        assertEquals("… 14 lines more", lines.get(7));
        assertTrue(lines.get(8).startsWith("20 errors in the files."), lines.get(8));
    }
}
