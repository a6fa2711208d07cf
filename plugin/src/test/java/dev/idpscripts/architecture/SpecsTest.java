package dev.idpscripts.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.testing.Goal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents say what the code does. */
class SpecsTest {

    private static final Pattern PROPERTY = Pattern.compile("@Parameter\\(property = \"(idp-scripts\\.[A-Za-z.]+)\"");

    @Test
    void eachErrorCodeIsExplainedWithItsOutcome() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../specs/errors.md"));
        for (ErrorCode code : ErrorCode.values()) {
            String row = "| `" + code + "` | " + code.outcome() + " |";
            assertEquals(1, lines.stream().filter(line -> line.startsWith(row)).count(), row);
        }
    }

    @Test
    void eachOptionIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        List<String> properties = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/idpscripts/mojo"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher m = PROPERTY.matcher(Files.readString(file));
                while (m.find()) {
                    properties.add(m.group(1));
                }
            }
        }
        assertTrue(properties.size() > 10, properties.toString());
        for (String property : properties) {
            assertTrue(readme.contains("`-D" + property), property);
        }
    }

    /** Each goal has a row, with a command to copy. */
    @Test
    void eachGoalIsInTheReadmeWithAnExample() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../README.md"));
        for (Goal goal : Goal.ALL) {
            Pattern row = Pattern.compile("\\| `" + goal.name() + "` \\| [^|]+ \\| `mvn (dev\\.)?idp-?scripts\\S*:"
                    + goal.name() + "( -D\\S+=?[^|`]*)*` \\|");
            assertEquals(
                    1,
                    lines.stream().filter(line -> row.matcher(line).matches()).count(),
                    goal.name());
        }
    }

    /** What every goal must do is proved for each, by tests that are there. */
    @Test
    void eachGoalIsInTheTableOfWhatIsProved() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../specs/coverage.md"));
        for (Goal goal : Goal.ALL) {
            List<String> rows = lines.stream()
                    .filter(line -> line.startsWith("| `" + goal.name() + "` |"))
                    .toList();
            assertEquals(1, rows.size(), goal.name());
            Matcher golden = Pattern.compile("`([a-z0-9-]+\\.txt)`").matcher(rows.get(0));
            while (golden.find()) {
                assertTrue(Files.exists(Path.of("src/test/resources/golden", golden.group(1))), golden.group(1));
            }
        }
    }

    /** Each operation and each wish has a test, and the test is there. */
    @Test
    void whatIsCoveredIsTested() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../specs/coverage.md")).stream()
                .filter(line -> line.startsWith("| ")
                        && !line.startsWith("| #")
                        && !line.startsWith("| `")
                        && line.contains("`"))
                .toList();
        assertEquals(
                32, rows.stream().filter(row -> row.matches("\\| [0-9]+ .*")).count());
        eachHasTests(rows);
    }

    /** Each kind of fault has a test, and the test is there. */
    @Test
    void whatIsPromisedOfFaultsIsTested() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../specs/reliability.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| kind"))
                .toList();
        assertTrue(rows.size() > 30, rows.size() + " rows");
        eachHasTests(rows);
    }

    private static void eachHasTests(List<String> rows) throws IOException {
        Pattern test = Pattern.compile("`([A-Z][A-Za-z]*(?:Test|IT))(?:\\.[A-Za-z]+)?`");
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            List<String> there =
                    sources.map(file -> file.getFileName().toString()).toList();
            for (String row : rows) {
                Matcher m = test.matcher(row);
                assertTrue(m.find(), "no test: " + row);
                do {
                    assertTrue(there.contains(m.group(1) + ".java"), m.group(1) + " is not there: " + row);
                } while (m.find());
            }
        }
    }

    @Test
    void linksInDocumentsLeadSomewhere() throws IOException {
        Pattern link = Pattern.compile("]\\((?!http)([^)#]+)");
        for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
            Matcher m = link.matcher(Files.readString(Path.of("..").resolve(name)));
            while (m.find()) {
                assertTrue(Files.exists(Path.of("..").resolve(m.group(1))), name + ": " + m.group(1));
            }
        }
    }
}
