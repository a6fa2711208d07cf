package dev.idpscripts.workspace.git;

import dev.idpscripts.model.Characters;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.file.GitRoot;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Errors of a Git that cannot answer, in its own words. That is never taken for "no Git": who made a difference would be made up.
 *
 * @param root the folder that the repository begins in, for messages
 */
record GitErrors(Path root) {

    private static final String STAYS = " Nothing was changed.";
    private static final String WHY =
            " Without Git nobody can tell an edit of the files from a change on the server." + STAYS;
    private static final int MOST_LINES = 3;
    private static final int LONGEST = 500;

    /** There is no {@code git} to run. */
    UserError missing(String reason) {
        return error(
                "there is a " + GitRoot.MARK + " in " + root + ", but git cannot be run: " + clean(reason),
                "Install Git, or put it on the PATH." + WHY);
    }

    /** It does not end. */
    UserError hangs(List<String> arguments, Duration patience) {
        return error(
                "git " + arguments.get(0) + " in " + root + " did not end in " + seconds(patience) + " s",
                "See what it waits for: git -C " + quoted(root) + " status." + STAYS);
    }

    /** It failed. */
    UserError failed(String errors) {
        String words = words(errors);
        return error("Git cannot tell about " + root + ": " + words, remedy(words) + WHY);
    }

    /** It ended well, but what it said is not what it says. */
    UserError untrue(List<String> arguments, String said) {
        return error(
                "git " + String.join(" ", arguments) + " in " + root + " answered what cannot be: \""
                        + Characters.shortened(clean(said), 80) + "\"",
                "Which git is it? See git --version; 2.15 or later is needed." + STAYS);
    }

    /** The variable and the files name two repositories. */
    UserError elsewhere(String gitDir, String files) {
        return error(
                "GIT_DIR is set to " + clean(gitDir) + ", but " + files,
                "Run it without that variable: unset GIT_DIR GIT_WORK_TREE." + STAYS);
    }

    private String remedy(String words) {
        if (words.contains("dubious ownership") || words.contains("unsafe repository")) {
            return "If you trust what is in it, type: git config --global --add safe.directory " + quoted(root) + ".";
        }
        if (words.contains("not a git repository")) {
            return "Fix " + root.resolve(GitRoot.MARK) + ", or remove it if this is to be no Git repository.";
        }
        return "See for yourself: git -C " + quoted(root) + " status, git -C " + quoted(root) + " fsck.";
    }

    /** Its complaints; hints and warnings only where there is nothing else. */
    private static String words(String errors) {
        List<String> lines = errors.lines()
                .map(GitErrors::clean)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> complaints = lines.stream()
                .filter(line -> line.startsWith("fatal:") || line.startsWith("error:"))
                .toList();
        String words = (complaints.isEmpty() ? lines : complaints)
                .stream().limit(MOST_LINES).collect(Collectors.joining("; "));
        return words.isEmpty() ? "it failed without a word" : Characters.shortened(words, LONGEST);
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./:@%+,=\\\\-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static UserError error(String what, String next) {
        return new UserError(ErrorCode.GIT_FAILED, what, next);
    }
}
