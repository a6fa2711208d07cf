package dev.idpscripts.report.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shown on a terminal of 80 columns fits into them. */
class WidthTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final int COLUMNS = 80;

    /** The goals that show tables, and what is shown beside each other. */
    private static final List<String> TABLES = List.of(
            "analytics.txt",
            "audit.txt",
            "diff-side-by-side.txt",
            "doctor.txt",
            "logs.txt",
            "pipeline.txt",
            "status-environments.txt",
            "status.txt",
            "versions.txt");

    /** A line of a script, with its number or in a difference. */
    private static boolean isOfABody(String text) {
        return text.matches("\\s*([-+@^]|[0-9]* ?\\|).*");
    }

    /** A path or an address that has no blank. */
    private static boolean isOneWord(String text) {
        return !text.strip().contains(" ");
    }

    private static boolean fits(String line) {
        String text = line.replaceFirst("^\\[(INFO|WARNING|ERROR)] ?", "");
        return line.codePointCount(0, line.length()) <= COLUMNS || isOfABody(text) || isOneWord(text);
    }

    @Test
    void goldenFilesFit() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(GOLDEN)) {
            all.filter(file -> file.toString().endsWith("-80.txt")
                            || TABLES.contains(file.getFileName().toString()))
                    .forEach(files::add);
        }
        assertTrue(files.size() > TABLES.size() + 15, files.toString());
        List<String> wide = new ArrayList<>();
        for (Path file : files) {
            Files.readAllLines(file).stream()
                    // What is to be typed stands on one line, however long.
                    .filter(line -> !fits(line) && !line.matches("\\[[A-Z]+] +mvn .*"))
                    .map(line -> file.getFileName() + ": " + line)
                    .forEach(wide::add);
        }
        assertEquals(List.of(), wide);
    }

    @Test
    void whatIsTooWideIsFound() {
        String words = "a ".repeat(COLUMNS / 2);
        assertTrue(fits(words.strip()));
        assertEquals(false, fits(words + "b"));
        assertEquals(false, fits("[INFO] " + words.substring(0, COLUMNS - 6)));
        assertTrue(fits("[INFO]   " + "a".repeat(COLUMNS)));
        assertTrue(fits("[INFO]       +" + words));
        assertTrue(fits("[ERROR]     3 | " + words));
    }
}
