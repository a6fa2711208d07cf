package dev.idpscripts.mojo;

import static dev.idpscripts.testing.Goal.Kind.DOES;
import static dev.idpscripts.testing.Goal.Kind.EXPLAINS;
import static dev.idpscripts.testing.Goal.Kind.FOLLOWS;
import static dev.idpscripts.testing.Goal.Kind.SHOWS;
import static dev.idpscripts.testing.Goal.Kind.STAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.testing.Folders;
import dev.idpscripts.testing.Goal;
import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.ResultSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every goal, with a real Maven. {@code EveryGoalTest} sees that none is forgotten. */
class EveryGoalIT {

    private static final Pattern HEADER = Pattern.compile("\\[INFO] --- \\S+:[^: ]+:([a-z-]+) \\(.*");
    private static final String POM = "../repo/pom.xml";

    @TempDir
    Path folder;

    private static Repo repository(Path root) {
        return Repo.in(root)
                .file("scripts/login-name.rhai", "attributes.uid = attributes.sn;\n")
                .file("scripts/login-name.yaml", "name: Login name\n")
                .file(
                        "scripts/login-name.tests.yaml",
                        "tests:\n  - name: surname\n    context: {attributes: {sn: a}}\n    expect: {attributes: {uid: a}}\n")
                .file(
                        "bindings/ldap.yaml",
                        "connector: Corporate LDAP\nhooks: {before create: [{script: Login name}]}\n")
                .file("templates/start.rhai", "output.value = \"{{value}}\";\n");
    }

    private static String pom(List<Goal> goals) {
        StringBuilder executions = new StringBuilder();
        for (Goal goal : goals) {
            // Each leaves its result in a folder of its own.
            executions.append(execution(
                    goal.name(),
                    "<outputDirectory>${project.basedir}/target/" + goal.name() + "</outputDirectory>"
                            + (goal.name().equals("show")
                                    ? "<plan>${project.basedir}/target/plan/plan.json</plan>"
                                    : "")
                            + (goal.name().equals("init") ? "<directory>${project.basedir}/begun</directory>" : "")));
            executions.append(
                    execution("about-" + goal.name(), "<goal>" + goal.name() + "</goal><detail>true</detail>"));
        }
        return """
            <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
              <groupId>test</groupId><artifactId>x</artifactId><version>1</version><packaging>pom</packaging>
              <properties>
                <idp-scripts.sandbox.directory>${project.basedir}/target/kept</idp-scripts.sandbox.directory>
                <idp-scripts.name>Fresh</idp-scripts.name>
                %s
              </properties>
              <build><plugins><plugin>
                <groupId>dev.idpscripts</groupId><artifactId>idp-scripts-maven-plugin</artifactId><version>%s</version>
                <executions>%s</executions>
              </plugin></plugins></build>
            </project>
            """.formatted(Goal.properties(), System.getProperty("it.version"), executions);
    }

    private static String execution(String id, String configuration) {
        return "<execution><id>" + id + "</id><configuration>" + configuration + "</configuration></execution>\n";
    }

    private static String[] command(List<String> options, List<String> goals) {
        return Stream.concat(options.stream(), goals.stream()).toArray(String[]::new);
    }

    /** What each goal of a run printed. */
    private static Map<String, String> sections(MavenRun.Result run) {
        Map<String, String> sections = new HashMap<>();
        String goal = "";
        for (String line : run.output().lines().toList()) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                goal = header.group(1);
            } else {
                sections.merge(goal, line + "\n", String::concat);
            }
        }
        return sections;
    }

    private static void says(Goal goal, Map<String, String> sections) {
        String printed = sections.getOrDefault(goal.name(), "");
        assertTrue(
                printed.contains(goal.says()),
                () -> goal.says() + " is not in what " + goal.name() + " printed:\n" + sections);
        if (goal.isOfAnEnvironment()) {
            assertTrue(
                    printed.startsWith(
                            "[INFO] Environment sandbox: embedded server, tenant 00000000-0000-0000-0000-000000000001,"
                                    + " files of no known Git commit\n"),
                    goal.name() + " begins with\n" + printed);
        }
    }

    private static JsonNode result(Path file) throws IOException {
        return new ObjectMapper().readTree(ResultSchema.checked(Files.readString(file)));
    }

    /** Some Mavens reset the terminal's colour even so. */
    private static String plain(String output) {
        return output.replaceAll("\u001B\\[[0-9;]*m", "").strip();
    }

    private static String newestLog(Path json) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(json))
                .at("/tables/0/rows/0/id")
                .asText();
    }

    @Test
    void withoutAPomInBatchMode() throws Exception {
        Repo repo = repository(folder);
        MavenRun maven = MavenRun.in(folder);
        List<String> options = new ArrayList<>(Goal.options());
        options.add("-Didp-scripts.name=Fresh");
        List<Goal> goals = Goal.of(DOES, SHOWS, EXPLAINS).stream()
                .filter(goal -> !goal.name().equals("init"))
                .toList();
        Map<String, String> sections = sections(maven.run(
                        command(options, goals.stream().map(EveryGoalIT::plugin).toList()))
                .succeeded());
        goals.forEach(goal -> says(goal, sections));

        String log = newestLog(folder.resolve("target/idp-scripts/logs.json"));
        Map<String, String> after = sections(maven.run(command(
                        List.of("-Didp-scripts.log=" + log),
                        Goal.of(FOLLOWS).stream().map(EveryGoalIT::plugin).toList()))
                .succeeded());
        Goal.of(FOLLOWS).forEach(goal -> says(goal, after));
        assertTrue(repo.read("scripts/login-name.tests.yaml").contains("log " + log.substring(0, 8)));

        Path empty = Files.createDirectory(folder.resolve("empty"));
        Map<String, String> begun =
                sections(MavenRun.in(empty).run(MavenRun.PLUGIN + ":init").succeeded());
        says(Goal.ALL.get(0), begun);
        assertTrue(Files.exists(empty.resolve("scripts/normalize-email.rhai")));
    }

    private static String plugin(Goal goal) {
        return MavenRun.PLUGIN + ":" + goal.name();
    }

    private static String inPom(Goal goal) {
        return "idp-scripts:" + goal.name() + "@" + goal.name();
    }

    /** Also those that stay: they are stopped when their result is there. */
    @Test
    void fromElsewhereWithAFileAndQuietly() throws Exception {
        // Every goal would fail that looked for its files where Maven is started.
        Path elsewhere = folder.resolve("elsewhere");
        new Repo(elsewhere)
                .file("environments/sandbox.yaml", "url: nowhere\n")
                .file("scripts/login-name.rhai", "this does not compile (");
        Map<String, String> before = Folders.content(elsewhere);
        Repo repo = repository(folder.resolve("repo")).file("pom.xml", pom(Goal.ALL));
        MavenRun maven = MavenRun.in(elsewhere);
        List<String> quietly = List.of("-q", "-f", POM);

        for (Goal goal : Goal.of(STAYS)) {
            String printed = untilItsResultIsThere(maven, goal, command(quietly, List.of(inPom(goal))));
            assertEquals(goal.saysItQuietly() ? 1 : 0, printed.lines().count(), printed);
            assertEquals(goal.saysItQuietly(), printed.startsWith(goal.says()), printed);
            checkResult(goal);
        }

        List<Goal> goals = Goal.of(DOES, SHOWS);
        MavenRun.Result run = maven.run(
                        command(quietly, goals.stream().map(EveryGoalIT::inPom).toList()))
                .succeeded();
        assertEquals("", plain(run.output()));
        for (Goal goal : goals) {
            checkResult(goal);
        }
        assertTrue(Files.exists(folder.resolve("repo/begun/scripts/normalize-email.rhai")));

        List<String> withJson = new ArrayList<>(quietly);
        withJson.add("-Didp-scripts.format=json");
        withJson.add("-Didp-scripts.log=" + newestLog(target("logs").resolve("logs.json")));
        List<Goal> more = Goal.of(SHOWS, FOLLOWS);
        String json = plain(maven.run(
                        command(withJson, more.stream().map(EveryGoalIT::inPom).toList()))
                .succeeded()
                .output());
        StringBuilder expected = new StringBuilder();
        for (Goal goal : Goal.of(SHOWS)) {
            expected.append(Files.readString(target(goal.name()).resolve(goal.name() + ".json")));
        }
        assertEquals(expected.toString().strip(), json);
        for (Goal goal : more) {
            checkResult(goal);
        }
        assertTrue(repo.read("scripts/login-name.tests.yaml").contains("name: Fresh"));

        explained(maven);
        assertEquals(before, Folders.content(elsewhere), "something was written where Maven was started");
    }

    private Path target(String goal) {
        return folder.resolve("repo/target").resolve(goal);
    }

    private void checkResult(Goal goal) throws IOException {
        JsonNode result = result(target(goal.name()).resolve("result.json"));
        assertEquals(goal.name(), result.path("goal").asText());
        assertEquals(goal.outcome(), result.path("outcome").asText(), result::toString);
    }

    private static void explained(MavenRun maven) {
        Map<String, String> help = new HashMap<>();
        List<String> goals = Goal.ALL.stream()
                .map(goal -> "idp-scripts:help@about-" + goal.name())
                .toList();
        MavenRun.Result run = maven.run(command(List.of("-f", POM), goals)).succeeded();
        Matcher part = Pattern.compile("\\(about-([a-z-]+)\\)([^\u0000]*?)(?=\\[INFO] --- |\\[INFO] -----)")
                .matcher(run.output());
        while (part.find()) {
            help.put(part.group(1), part.group(2));
        }
        for (Goal goal : Goal.ALL) {
            String text = help.getOrDefault(goal.name(), "");
            String flat = text.replaceAll("\\s+", " ");
            // Maven's tools write the text of help itself.
            String example = goal.kind() == EXPLAINS ? "  Call mvn idp-scripts:help -Ddetail=true" : "  Example: mvn ";
            assertEquals(
                    1, text.lines().filter(line -> line.startsWith(example)).count(), goal.name() + text);
            assertTrue(flat.matches(".*(Call|Example:) mvn [^ ]*:" + goal.name() + "\\b.*"), flat);
            assertTrue(flat.contains("Available parameters:"), flat);
        }
    }

    /** What a goal printed until it was stopped. */
    private String untilItsResultIsThere(MavenRun maven, Goal goal, String... command) throws Exception {
        Path output = Files.createTempFile(folder.resolve("repo"), "output", ".txt");
        return stopped(maven, target(goal.name()).resolve("result.json"), output, goal, command);
    }

    private static String stopped(MavenRun maven, Path result, Path output, Goal goal, String... command)
            throws Exception {
        Process process = maven.process(command).redirectOutput(output.toFile()).start();
        try {
            for (int tries = 0; tries < 1200 && process.isAlive() && !isThere(result, output, goal, command); tries++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertTrue(process.isAlive(), () -> goal.name() + " ended by itself: " + read(output));
            assertTrue(isThere(result, output, goal, command), () -> goal.name() + " came to nothing: " + read(output));
        } finally {
            process.destroy();
            process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
        return plain(read(output));
    }

    /** The result, and what the goal prints unless it is told to be quiet; the sandbox's line comes all the same. */
    private static boolean isThere(Path result, Path output, Goal goal, String... command) {
        boolean silent = List.of(command).contains("-q") && !goal.saysItQuietly();
        return Files.exists(result) && (silent || read(output).contains(goal.says()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thoseThatStayWithoutAPomInBatchMode() throws Exception {
        for (Goal goal : Goal.of(STAYS)) {
            Path root = Files.createDirectory(folder.resolve(goal.name()));
            repository(root);
            Path output = folder.resolve(goal.name() + ".txt");
            Path result = root.resolve("target/idp-scripts/result.json");
            stopped(MavenRun.in(root), result, output, goal, plugin(goal));
            assertEquals(goal.name(), result(result).path("goal").asText());
        }
    }
}
