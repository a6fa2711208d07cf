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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts a new repository: with an example, or with everything that is on a server. */
public final class InitCommand {

    /** What a repository begins with. */
    public enum From {
        EXAMPLE,
        SERVER
    }

    private final Path directory;
    private final String version;
    private final Console console;
    private final RunNotes notes;

    /**
     * Makes it.
     *
     * @param directory the new repository
     * @param version the plugin's, which the new POM names
     */
    public InitCommand(Path directory, String version, Console console, RunNotes notes) {
        this.directory = directory;
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
                "Next, to see what would be pushed, and then to push it:",
                "  " + GoalCommand.of("plan"),
                "  " + GoalCommand.of("apply")));
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
                    "Write environments/production.yaml with two lines, url: https://… and tenant: …, and run this again.");
        }
    }

    private void write(Scaffold scaffold, String environment) {
        // Only the root of a disk has no name.
        String name =
                Optional.ofNullable(directory.getFileName()).map(Path::toString).orElse("identity-scripts");
        Map<String, String> values = Map.of("name", name, "version", version, "environment", environment);
        notes.beginFiles();
        WrittenFiles.tellCreated(scaffold.write(values), console, notes);
    }
}
