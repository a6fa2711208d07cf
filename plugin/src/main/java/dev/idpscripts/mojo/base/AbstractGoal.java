package dev.idpscripts.mojo.base;

import dev.idpscripts.command.option.GivenOption;
import dev.idpscripts.command.option.OptionCheck;
import dev.idpscripts.command.session.Outputs;
import dev.idpscripts.command.session.RunNotes;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.error.Unexpected;
import dev.idpscripts.mojo.maven.Inheritance;
import dev.idpscripts.mojo.maven.MavenCommands;
import dev.idpscripts.mojo.maven.MavenOptions;
import dev.idpscripts.mojo.maven.Terminal;
import dev.idpscripts.report.json.ResultJson;
import dev.idpscripts.report.json.RunResult;
import dev.idpscripts.report.style.LogLine;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.workspace.file.SourceLines;
import dev.idpscripts.workspace.file.SourceTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * What all goals share: the skip switch, the repository's folder, {@code result.json}, and the one place where errors become Maven's.
 */
public abstract class AbstractGoal extends DiscreetMojo {

    /**
     * Does nothing at all, such as {@code -Didp-scripts.skip}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The repository: the folder with {@code scripts/}, {@code bindings/}, {@code templates/} and {@code environments/}, such
     * as {@code -Didp-scripts.directory=../identity}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.directory", defaultValue = "${basedir}")
    private File directory;

    /**
     * Where everything that the plugin writes goes, such as {@code -Didp-scripts.outputDirectory=build/idp}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.outputDirectory", defaultValue = "${basedir}/target/idp-scripts")
    private File outputDirectory;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    private final RunNotes notes = new RunNotes(() -> execution().getGoal());
    private int columns;

    /** Writes for a terminal of this width, for tests. */
    public final void columns(int wide) {
        columns = wide;
    }

    /** Makes ready what the whole run needs, or refuses surroundings in which the goal cannot work. */
    void prepare() {}

    /** Reads the options, and has a command do the work. */
    protected abstract Outcome run();

    /** The files beside {@code result.json} that the run writes into the output directory; those of an earlier run are removed first. */
    protected List<String> leaves() {
        return List.of();
    }

    /** What is to happen with the result, when it is written and before Maven hears of it. */
    void handOn(RunResult result) {}

    @Override
    final void perform() throws MojoExecutionException, MojoFailureException {
        if (Inheritance.isInherited(
                session.getCurrentProject(), execution.getPlugin().getKey())) {
            getLog().info("Skipped in this module: its POM inherits the goal, which runs where it is declared.");
            return;
        }
        try {
            MavenOptions options = options();
            options.check().switchedOn(options.given()).forEach(element -> Switches.turnOn(this, element));
            if (!skip) {
                outputs()
                        .begin(Stream.concat(Stream.of(Outputs.RESULT), leaves().stream())
                                .toList());
                prepare();
            }
            check(options);
            if (skip) {
                getLog().info("Skipped, because idp-scripts.skip is set.");
                return;
            }
            Outcome outcome = run();
            tellRequests();
            endedWell(outcome);
        } catch (IdpScriptsException e) {
            end(stated(e).worded(this::completed));
        } catch (RuntimeException | Error e) {
            end(Unexpected.end(execution.getGoal(), e, notes.state()).worded(this::completed));
        }
    }

    /** An error of the way to the server is told where it is met, and what was done before is known only here. */
    private IdpScriptsException stated(IdpScriptsException e) {
        Outcome outcome = e.code().outcome();
        boolean onTheWay = outcome == Outcome.AUTH || outcome == Outcome.NETWORK;
        return onTheWay && !e.getMessage().contains("was changed") ? e.stating(notes.state()) : e;
    }

    /** Tells how the run ended, in this order: people, {@code result.json}, Maven. */
    private void end(IdpScriptsException e) throws MojoExecutionException, MojoFailureException {
        try {
            complain(e);
            endedBadly(e);
        } catch (RuntimeException | Error further) {
            // What ended the run matters more than that it cannot be told in full.
            e.addSuppressed(further);
            endedBarely(e);
        }
        if (e instanceof EnvironmentError) {
            String message = LogLine.of(e.getMessage(), false);
            throw new MojoExecutionException(message, cause(message, e.getCause()));
        }
        throw new MojoFailureException(LogLine.of(e.getMessage(), false));
    }

    private void complain(IdpScriptsException e) {
        if (e instanceof InvalidFiles invalid && !invalid.isTold()) {
            FindingsText text = new FindingsText(terminal().style(), new SourceLines(tree())::at);
            terminal()
                    .complain(invalid.problems().stream()
                            .flatMap(problem -> text.render(Finding.of(problem)).stream())
                            .toList());
        }
    }

    private MavenOptions options() {
        return new MavenOptions(session, execution, Unlisted.OPTIONS);
    }

    /** Before anything is read: an option that does nothing must not pass for one that did something. */
    private void check(MavenOptions options) {
        OptionCheck check = options.check();
        List<GivenOption> given = options.given();
        check.refuse(given);
        terminal().warn(check.warnings(given));
    }

    /** Maven prints what the causes say behind the message, a class's name for want of words; where that adds nothing it is for -e. */
    private static Throwable cause(String message, Throwable of) {
        boolean adds = Stream.iterate(of, one -> one != null, Throwable::getCause)
                .map(one -> one.getMessage() == null ? one.getClass().getSimpleName() : one.getMessage())
                .anyMatch(words -> !message.contains(words));
        if (!adds) {
            return of == null ? null : shown(of);
        }
        IOException cause = new IOException(message);
        cause.setStackTrace(of.getStackTrace());
        cause.addSuppressed(shown(of));
        return cause;
    }

    /** With -e Maven prints the message of a cause too, and that may quote a server. */
    private static Throwable shown(Throwable cause) {
        boolean harmless = Stream.iterate(cause, one -> one != null, Throwable::getCause)
                .allMatch(one -> one.toString().equals(LogLine.of(one.toString(), false)));
        if (harmless) {
            return cause;
        }
        IOException said = new IOException(LogLine.of(cause.toString(), false));
        said.setStackTrace(cause.getStackTrace());
        return said;
    }

    private void tellRequests() {
        int requests = notes.requests().get();
        if (requests > 0) {
            getLog().info(Phrase.count(requests, "request") + " to the server.");
        }
    }

    private void endedWell(Outcome outcome) {
        try {
            ended(outcome, Optional.empty());
        } catch (EnvironmentError e) {
            throw new EnvironmentError(
                    e.code(),
                    "the run itself ended well (" + outcome + "), but that cannot be written down: " + e.getMessage(),
                    "",
                    e.getCause());
        }
    }

    /** What ended the run matters more than that it cannot be written down. */
    private void endedBadly(IdpScriptsException e) {
        try {
            ended(e.code().outcome(), Optional.of(e));
        } catch (IdpScriptsException unwritable) {
            if (unwritable.code() != e.code()) {
                terminal().complain(unwritable.getMessage().lines().toList());
            }
        }
    }

    private void endedBarely(IdpScriptsException e) {
        try {
            outputs().write(Outputs.RESULT, ResultJson.render(notes.bareResult(e)));
        } catch (RuntimeException | Error unwritable) {
            terminal().complain(List.of("Nor can that be written down: " + Unexpected.describe(unwritable)));
        }
    }

    /** Writes {@code result.json}; a goal that runs until it is stopped does so before it waits. */
    protected final void ended(Outcome outcome, Optional<IdpScriptsException> error) {
        RunResult result = notes.result(outcome, error);
        outputs().write(Outputs.RESULT, ResultJson.render(result));
        handOn(result);
    }

    /** What this run did and found, for {@code result.json}. */
    protected final RunNotes notes() {
        return notes;
    }

    protected final Path directory() {
        return directory.toPath().toAbsolutePath().normalize();
    }

    /** Where the files are read from. */
    SourceTree tree() {
        return SourceTree.of(directory());
    }

    protected final Outputs outputs() {
        return new Outputs(outputDirectory.toPath().toAbsolutePath().normalize(), secrets());
    }

    protected final MavenSession mavenSession() {
        return session;
    }

    protected final String pluginVersion() {
        return execution.getPlugin().getVersion();
    }

    /** The text with all commands in it as they are to be typed. */
    private String completed(String text) {
        return GoalCommand.completed(text, command -> commands().complete(command));
    }

    /** How commands are typed that do something further where this run does its work. */
    final MavenCommands commands() {
        return new MavenCommands(session, execution, options().check().names(), notes.environment());
    }

    protected final MojoExecution execution() {
        return execution;
    }

    /** What Maven keeps for this plugin during a build. */
    @SuppressWarnings("unchecked") // Maven's method is older than generics
    final Map<Object, Object> buildContext() {
        return getPluginContext() == null ? new HashMap<>() : getPluginContext();
    }

    protected final Terminal terminal() {
        return new Terminal(getLog(), session, System.getenv(), columns, this::completed);
    }
}
