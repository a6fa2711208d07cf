package dev.idpscripts.command;

import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.RunNotes;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.WrittenFiles;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.create.Scaffold;
import dev.idpscripts.workspace.pull.Slugs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Starts a new repository: with an example, or with everything that is on a server. */
public final class InitCommand {

    /** What a repository begins with. */
    public enum From {
        EXAMPLE,
        SERVER
    }

    /**
     * What the new POM calls the repository, which is written beside every version that is pushed.
     *
     * @param groupId null or blank for {@code com.example}
     * @param artifactId null or blank for one made from the folder's name
     */
    public record Coordinates(String groupId, String artifactId) {

        private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z0-9_.-]+");

        private Coordinates in(Path directory) {
            // Only the root of a disk has no name.
            String folder = Optional.ofNullable(directory.getFileName())
                    .map(Path::toString)
                    .orElse("");
            String usual = POSSIBLE.matcher(folder).matches() ? folder : new Slugs().of(folder, "identity-scripts");
            return new Coordinates(
                    checked("groupId", groupId, "com.example"), checked("artifactId", artifactId, usual));
        }

        /** Maven takes no other characters ("Guide to Naming Conventions"; {@code DefaultModelValidator}). */
        private static String checked(String option, String given, String usual) {
            String id = given == null || given.isBlank() ? usual : given.strip();
            if (!POSSIBLE.matcher(id).matches()) {
                throw new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "-Didp-scripts." + option + "=" + id + " cannot stand in a POM",
                        "Nothing was written. Letters, digits, hyphens, dots and underscores are possible.");
            }
            return id;
        }
    }

    private final Path directory;
    private final Coordinates coordinates;
    private final String version;
    private final Console console;
    private final RunNotes notes;

    /**
     * Makes it.
     *
     * @param directory the new repository
     * @param coordinates what its POM calls it
     * @param version the plugin's, which the new POM names
     */
    public InitCommand(Path directory, Coordinates coordinates, String version, Console console, RunNotes notes) {
        this.directory = directory;
        this.coordinates = coordinates.in(directory);
        this.version = version;
        this.console = console;
        this.notes = notes;
    }

    /**
     * Writes what a repository begins with, and says what comes next.
     *
     * @param open opens a session, which only a repository with an environment can
     */
    public Outcome run(From from, Supplier<Session> open) {
        return from == From.EXAMPLE ? example() : server(open);
    }

    private Outcome example() {
        write(new Scaffold(directory), "sandbox");
        console.say("A new repository is in " + directory + ".");
        console.say(List.of(
                "Next: see what would be pushed, push it, and have every change checked as you save it:",
                "  " + GoalCommand.of("plan"),
                "  " + GoalCommand.of("apply"),
                "  " + GoalCommand.of("watch")));
        return Outcome.APPLIED;
    }

    private Outcome server(Supplier<Session> open) {
        refuseWithoutEnvironment();
        Session session = open.get();
        Scaffold frame = new Scaffold(directory).withoutExample();
        frame.refuseIfInTheWay();
        Outcome outcome = new PullCommand(session, false).run();
        write(frame, session.environment().name());
        console.say("A new repository is in " + directory + ".");
        console.say(List.of("Next: commit the files. A plan finds no changes:", "  " + GoalCommand.of("plan")));
        return outcome;
    }

    private void refuseWithoutEnvironment() {
        if (!Files.isDirectory(directory.resolve("environments"))) {
            throw new UserError(
                    ErrorCode.ENVIRONMENT_UNKNOWN,
                    "nothing in " + directory + " says which server to read: there is no folder environments",
                    "Write a file for it, such as environments/production.yaml, with two lines, url: https://… and tenant: …, and run"
                            + " this again.");
        }
    }

    private void write(Scaffold scaffold, String environment) {
        Map<String, String> values = Map.of(
                "name", coordinates.artifactId(),
                "groupId", coordinates.groupId(),
                "artifactId", coordinates.artifactId(),
                "version", version,
                "environment", environment);
        notes.beginFiles();
        WrittenFiles.tellCreated(scaffold.write(values), console, notes);
    }
}
