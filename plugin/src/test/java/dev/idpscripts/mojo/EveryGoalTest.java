package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.testing.Goal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No goal is left out of what is tested of every one. */
class EveryGoalTest {

    private static List<String> found(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .sorted()
                .toList();
    }

    @Test
    void theTableHasThoseOfThePlugin() throws IOException {
        List<String> table = Goal.ALL.stream().map(Goal::name).sorted().toList();
        assertEquals(
                found("<goal>([^<]*)</goal>", Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"))),
                table);
        TreeSet<String> sources = new TreeSet<>(List.of("help"));
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/idpscripts/mojo"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.addAll(found("@Mojo\\(\\s*name = \"([^\"]*)\"", Files.readString(file)));
            }
        }
        assertEquals(List.copyOf(sources), table);
    }

    /** What is quoted as an example in the help is a command of that goal. */
    @Test
    void eachHasAnExampleInItsHelp() throws IOException {
        String plugin = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
        for (Goal goal : Goal.ALL) {
            int at = plugin.indexOf("<goal>" + goal.name() + "</goal>");
            String text = plugin.substring(at, plugin.indexOf("</description>", at));
            assertTrue(
                    text.matches("(?s).*mvn\\s[^ ]*idp-scripts(-maven-plugin)?:([^ :]*:)?" + goal.name() + "\\b.*"),
                    text);
        }
    }
}
