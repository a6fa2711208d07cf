package dev.idpscripts.mojo.maven;

import dev.idpscripts.command.option.KnownOption;
import dev.idpscripts.command.option.OptionNames;
import dev.idpscripts.model.GoalCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;

/**
 * Makes the commands that a run prints those to type: they reach the same server, with the same files, from the same folder, called as this
 * run was.
 *
 * @param names the options that each goal takes
 * @param environment the one of this run; empty while it is not known
 */
public record MavenCommands(
        MavenSession session, MojoExecution execution, OptionNames names, Optional<String> environment) {

    private static final String ENVIRONMENT = "environment";

    /** What says where things are: a command without them would mean others. */
    private static final List<String> PLACES =
            List.of("directory", "repository", "journal", "outputDirectory", "sandbox.directory", "sandbox.ephemeral");

    /** What was allowed; a saved plan needs it, too. */
    private static final List<String> GUARDS = List.of("maxDeletes", "maxDeletePercent");

    /** What says how a plan is made; a saved plan was made with them already. */
    private static final List<String> PLANNING = List.of("prune", "recreateWedged", "at");

    /** What writes into the files that lie there. */
    private static final List<String> WRITING = List.of("pull");

    /** The same command with what it needs of this run. */
    public GoalCommand complete(GoalCommand command) {
        List<String> carried = new ArrayList<>(PLACES);
        if (!command.options().containsKey("plan")) {
            carried.addAll(PLANNING);
        }
        if (WRITING.contains(command.goal())) {
            carried.remove("at");
        }
        carried.addAll(GUARDS);
        GoalCommand whole = new GoalCommand(call(), command.goal(), Map.of());
        Optional<String> chosen = environment.or(() -> given(ENVIRONMENT));
        if (chosen.isPresent() && names.takes(command.goal(), ENVIRONMENT)) {
            whole = whole.with(ENVIRONMENT, chosen.get());
        }
        for (var option : command.options().entrySet()) {
            whole = whole.with(option.getKey(), option.getValue());
        }
        for (String option : carried) {
            Optional<String> value = given(option);
            if (value.isPresent() && !whole.options().containsKey(option) && names.takes(command.goal(), option)) {
                whole = whole.with(option, value.get());
            }
        }
        return whole;
    }

    /** This run's own command, to be typed again, with all that it was given. */
    public GoalCommand again() {
        GoalCommand again = GoalCommand.of(execution.getGoal());
        Properties given = session.getUserProperties();
        for (String key : given.stringPropertyNames().stream().sorted().toList()) {
            String option = key.startsWith(KnownOption.PREFIX) ? key.substring(KnownOption.PREFIX.length()) : "";
            if (names.takes(execution.getGoal(), option)) {
                again = again.with(option, given.getProperty(key));
            }
        }
        return again;
    }

    private Optional<String> given(String option) {
        return Optional.ofNullable(session.getUserProperties().getProperty(KnownOption.PREFIX + option));
    }

    /** As it was called now: the prefix is known only where a POM or settings.xml names the plugin. */
    private String call() {
        return "mvn " + pom() + prefix();
    }

    private String prefix() {
        return session.getGoals().stream()
                .filter(task -> task.startsWith(execution.getPlugin().getGroupId() + ":")
                        && task.contains(":" + execution.getPlugin().getArtifactId() + ":"))
                .map(task -> task.substring(0, task.lastIndexOf(':') + 1))
                .findFirst()
                .orElse("idp-scripts:");
    }

    private String pom() {
        Path here = Path.of(session.getSystemProperties().getProperty("user.dir", ""))
                .toAbsolutePath();
        return Optional.ofNullable(session.getCurrentProject())
                .flatMap(project -> Optional.ofNullable(project.getFile()))
                .map(file -> file.toPath().toAbsolutePath())
                .filter(file -> !file.equals(here.resolve("pom.xml")))
                .map(file -> "-f "
                        + GoalCommand.quoted(
                                file.startsWith(here) ? here.relativize(file).toString() : file.toString()) + " ")
                .orElse("");
    }
}
