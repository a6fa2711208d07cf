package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.when;

import dev.idpscripts.command.option.GivenOption;
import dev.idpscripts.command.option.KnownOption;
import dev.idpscripts.command.option.OptionCheck;
import dev.idpscripts.command.option.OptionNames;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.mojo.maven.MavenCommands;
import dev.idpscripts.mojo.maven.MavenOptions;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the plugin prints to be typed next does what it says, on the server that the run was about. */
@MojoTest(realRepositorySession = true)
class PrintedCommandsTest extends GoalFixture {

    private static final List<Path> TEXTS = List.of(
            Path.of("src/test/resources/golden"),
            Path.of("src/main/java"),
            Path.of("../README.md"),
            Path.of("../specs"));

    private MojoExecution execution;
    private OptionNames names;

    @BeforeEach
    @InjectMojo(goal = "plan")
    void descriptor(PlanMojo plan) throws ReflectiveOperationException {
        use(Repo.in(folder));
        var field = dev.idpscripts.mojo.base.AbstractGoal.class.getDeclaredField("execution");
        field.setAccessible(true);
        execution = (MojoExecution) field.get(plan);
        names = new MavenOptions(session, execution, List.of(new KnownOption("new", "value.", "", false)))
                .check()
                .names();
    }

    private MavenCommands commands(String environment) {
        return new MavenCommands(session, execution, names, Optional.ofNullable(environment));
    }

    private Set<String> goals() {
        Set<String> goals = new TreeSet<>();
        names.known().forEach(option -> goals.add(option.goal()));
        return goals;
    }

    /** The goal exists, and takes each of the options. */
    private void check(Path file, GoalCommand command) {
        assertTrue(
                goals().contains(command.goal())
                        || Set.of("help", "report", "releases").contains(command.goal()),
                file + ": " + command);
        command.options().forEach((option, value) -> {
            GivenOption given = new GivenOption(GivenOption.Source.COMMAND_LINE, KnownOption.PREFIX + option, value);
            new OptionCheck(names, command.goal(), Set.of(command.goal()), name -> true).refuse(List.of(given));
            assertEquals(
                    List.of(),
                    new OptionCheck(names, command.goal(), Set.of(command.goal()), name -> true)
                            .warnings(List.of(given)),
                    file + ": " + command);
        });
    }

    @Test
    void everyCommandInGoldensSourcesAndDocumentsIsOne() throws IOException {
        int[] found = {0};
        for (Path place : TEXTS) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    GoalCommand.completed(Files.readString(file), command -> {
                        found[0]++;
                        check(file, command);
                        return command;
                    });
                }
            }
        }
        assertTrue(found[0] > 100, "found " + found[0]);
    }

    /** A POM whose default is production, and a run for staging: nothing that is printed reaches production. */
    @Test
    void everyCommandNamesTheEnvironmentOfTheRun() {
        for (String goal : goals()) {
            String printed = commands("staging").complete(GoalCommand.of(goal)).toString();
            assertEquals(
                    names.takes(goal, "environment"), printed.contains(" -Didp-scripts.environment=staging"), printed);
            assertTrue(
                    commands("staging")
                            .complete(GoalCommand.of(goal).with("environment", "other"))
                            .toString()
                            .contains("environment=other"),
                    goal);
        }
        set("environment", "test");
        assertTrue(commands(null).complete(GoalCommand.of("apply")).toString().contains("environment=test"));
    }

    @Test
    void carriesWhatSaysWhereThingsAre() {
        set("journal", "my journal.jsonl");
        set("prune", "true");
        set("sandbox.ephemeral", "");
        String places = " -Didp-scripts.directory=" + folder + " -Didp-scripts.repository=acme";
        String out = " -Didp-scripts.outputDirectory=" + folder.resolve("target/idp-scripts")
                + " -Didp-scripts.sandbox.ephemeral";
        assertEquals(
                "mvn idp-scripts:rollback -Didp-scripts.environment=e -Didp-scripts.toApply=1" + places
                        + " -Didp-scripts.journal=\"my journal.jsonl\"" + out,
                commands("e")
                        .complete(GoalCommand.of("rollback").with("toApply", 1))
                        .toString());
        assertTrue(commands("e").complete(GoalCommand.of("apply")).toString().endsWith(" -Didp-scripts.prune=true"));
        assertTrue(!commands("e")
                .complete(GoalCommand.of("apply").with("plan", "p"))
                .toString()
                .contains("prune"));
    }

    @Test
    void isCalledAsThisRunWas() {
        session.getUserProperties().clear();
        List<String> typed = List.of("clean", "dev.idpscripts:idp-scripts-maven-plugin:1.0:plan");
        when(session.getGoals()).thenReturn(typed);
        assertEquals(
                "mvn dev.idpscripts:idp-scripts-maven-plugin:1.0:apply -Didp-scripts.environment=e",
                commands("e").complete(GoalCommand.of("apply")).toString());
    }

    @Test
    void thisRunAgain() {
        session.getUserProperties().clear();
        set("environment", "staging");
        set("verbose", "");
        set("from", "not of this goal");
        assertEquals(
                "mvn idp-scripts:plan -Didp-scripts.environment=staging -Didp-scripts.verbose",
                commands("staging").again().toString());
    }
}
