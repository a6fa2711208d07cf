package dev.idpscripts.mojo.maven;

import dev.idpscripts.apply.Progress;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.view.WatchResult;
import dev.idpscripts.report.style.CiCommands;
import dev.idpscripts.report.style.LineWrap;
import dev.idpscripts.report.style.LogLine;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.report.text.WatchText;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/**
 * How this run may speak to people.
 *
 * @param log Maven's log
 * @param session tells whether anybody is there
 * @param variables the environment variables
 * @param columns how wide it is; 0 to ask it
 * @param words what is to become of sentences before they are said
 */
public record Terminal(
        Log log, MavenSession session, Map<String, String> variables, int columns, UnaryOperator<String> words)
        implements Console {

    /** What Maven puts before a line: {@code [INFO] }. */
    private static final int PREFIX = 7;

    private static final int WARNING = 10;
    private static final int ERROR = 8;

    @Override
    public void print(List<String> lines) {
        tell(lines, log::info);
    }

    @Override
    public void guide(List<String> lines) {
        print(worded(lines));
    }

    /** Prints sentences, folded where somebody is watching. */
    @Override
    public void say(List<String> lines) {
        print(new LineWrap(width()).of(worded(lines)));
    }

    /** The same for what people should not miss. */
    @Override
    public void warn(List<String> lines) {
        tell(new LineWrap(beside(WARNING)).of(worded(lines)), log::warn);
    }

    /** The same for what is wrong. */
    @Override
    public void complain(List<String> lines) {
        tell(new LineWrap(beside(ERROR)).of(worded(lines)), log::error);
    }

    private List<String> worded(List<String> sentences) {
        return sentences.stream().map(words).toList();
    }

    private void tell(List<String> lines, Consumer<String> log) {
        boolean colour = style().colour();
        lines.forEach(line -> log.accept(LogLine.of(line, colour)));
    }

    private int beside(int prefix) {
        int width = width();
        return width == 0 ? 0 : width + PREFIX - prefix;
    }

    /** Not through the log, which has prefixes and can be silenced. */
    @Override
    @SuppressWarnings("SystemOut")
    public void handOn(String text) {
        PrintStream out = programs();
        out.print(CiCommands.escaped(text));
        // Such a stream never throws; to ask it flushes it.
        if (out.checkError()) {
            throw new EnvironmentError(
                    ErrorCode.OUTPUT_FAILED,
                    "standard output did not take what was to be written there: its disk is full, or its reader is gone",
                    "Nothing was changed on the server. What is shown as JSON is also in a file in the output directory.");
        }
    }

    /** Prints lines that a CI server obeys, which it does only where nothing stands before them. */
    public void command(List<String> lines) {
        PrintStream out = programs();
        lines.forEach(line -> out.print(line + "\n"));
        out.flush();
    }

    /** Maven 4 takes what plugins print for log lines, and puts {@code [INFO] [stdout]} before each; but not what they give to the process's output. */
    @SuppressWarnings("SystemOut")
    PrintStream programs() {
        return session.getSystemProperties().getProperty("maven.version", "").startsWith("4")
                ? new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)
                : System.out;
    }

    /** Coloured only where Maven itself is, and nobody objects (no-color.org). */
    @Override
    public Style style() {
        return new Style(
                mavenColours() && variables.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** The one colour switch that plugins can see in Maven 3.8 to 4; it follows -B and -Dstyle.color. */
    private static boolean mavenColours() {
        try {
            Object enabled = Class.forName("org.fusesource.jansi.Ansi")
                    .getMethod("isEnabled")
                    .invoke(null);
            return Boolean.TRUE.equals(enabled);
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    /** Columns to wrap sentences at, without what Maven puts before a line; 0 where nobody is watching. */
    @Override
    public int width() {
        if (columns > 0) {
            return columns - PREFIX;
        }
        return Optional.ofNullable(System.console())
                .filter(console -> isWatched() && isTerminal(console))
                .map(console -> wide() - PREFIX)
                .filter(columns -> columns > 0)
                .orElse(0);
    }

    private int wide() {
        String given = variables.getOrDefault("COLUMNS", "");
        if (given.matches("[1-9][0-9]{1,3}")) {
            return Integer.parseInt(given);
        }
        return ofTheTerminal();
    }

    private static int ofTheTerminal() {
        return size(1);
    }

    /**
     * Asks the terminal itself; Maven's Jansi knows the width only in some versions.
     *
     * @param which 0 for its rows, 1 for its columns
     */
    private static int size(int which) {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return size.matches("[0-9]{1,4} [1-9][0-9]{1,3}") ? Integer.parseInt(size.split(" ", -1)[which]) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean isWatched() {
        return session.getRequest().isInteractiveMode()
                && log.isInfoEnabled()
                && style().colour()
                && !"dumb".equals(variables.get("TERM"))
                && !variables.containsKey("CI");
    }

    /** A bar where somebody is watching, one line per change elsewhere. */
    @Override
    public Progress progress() {
        ApplyText text = new ApplyText(style());
        // Not System.out, which Maven 4 gives a prefix on each line.
        return Optional.ofNullable(System.console())
                .filter(console -> isWatched() && isTerminal(console))
                .<Progress>map(console -> new BarProgress(console.writer(), text, line -> print(List.of(line))))
                .orElseGet(() -> new LineProgress(text, line -> print(List.of(line))));
    }

    /** One screen where somebody is watching, lines elsewhere. */
    @Override
    public Consumer<WatchResult> screen(String title, WatchText text) {
        return Optional.ofNullable(System.console())
                .filter(console -> isWatched() && isTerminal(console))
                .<Consumer<WatchResult>>map(
                        console -> new Screen(console.writer(), new LineWrap(wide()).of(title), text, size(0)))
                .orElseGet(() -> round -> print(text.render(round)));
    }

    /** Since Java 22 there is a console object even where there is no console. */
    private static boolean isTerminal(java.io.Console console) {
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
