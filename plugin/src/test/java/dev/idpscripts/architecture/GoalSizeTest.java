package dev.idpscripts.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A goal is its options, and the way from them to one command. */
class GoalSizeTest {

    private static final Path GOALS = Path.of("src/main/java/dev/idpscripts/mojo");
    private static final int MOST = 60;

    private static List<Path> goals() throws IOException {
        try (Stream<Path> files = Files.list(GOALS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith("Mojo.java"))
                    .sorted()
                    .toList();
        }
    }

    private static String code(Path goal) throws IOException {
        return Files.readString(goal)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?m)^(package|import) .*", "")
                .replaceAll("@Parameter\\([^)]*\\)\\s+private [^;]*;", "");
    }

    @Test
    void aGoalWithoutItsParametersIsShort() throws IOException {
        List<Path> goals = goals();
        assertFalse(goals.isEmpty());
        for (Path goal : goals) {
            long lines = code(goal).lines().filter(line -> !line.isBlank()).count();
            assertEquals(Math.min(lines, MOST), lines, goal + " does what a command should do");
        }
    }

    @Test
    void aGoalHasOneCommand() throws IOException {
        for (Path goal : goals()) {
            long commands = Stream.of(code(goal).split("\\bnew [A-Z]\\w*Command\\(", -1))
                    .skip(1)
                    .count();
            boolean shared = code(goal).contains("extends SwitchGoal");
            assertEquals(shared ? 0 : 1, commands, goal.toString());
        }
    }
}
