package dev.idpscripts.workspace.git;

import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.file.GitRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Asks the {@code git} command rather than a library: every machine with a clone has it, it honours the user's own configuration (safe
 * directories, worktrees, partial clones, filters), and it adds nothing to download. Only commands are asked whose answers have one
 * form, in {@link GitEnvironment surroundings} that keep it, and each answer is checked.
 */
final class Git {

    /** SHA-1 or SHA-256. */
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** Long enough for a large repository that nothing of is in memory yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GitProcess process;
    private final GitErrors errors;

    private Git(GitProcess process, GitErrors errors) {
        this.process = process;
        this.errors = errors;
    }

    /**
     * Git for the repository that a folder is in.
     *
     * @return empty if the folder is in none
     * @throws UserError if there is one, but Git cannot be asked about it
     */
    static Optional<Git> at(Path folder) {
        return at(new GitProcess("git", folder, System.getenv(), PATIENCE));
    }

    /** The same, with another program, other variables or less patience. */
    static Optional<Git> at(GitProcess asked) {
        Map<String, String> variables = asked.variables();
        GitProcess process =
                new GitProcess(asked.program(), asked.folder(), GitEnvironment.of(variables), asked.patience());
        Optional<String> gitDir = Optional.ofNullable(variables.get(GitDir.NAME));
        Optional<Path> root = GitRoot.of(asked.folder());
        if (root.isEmpty()) {
            return gitDir.map(dir -> GitDir.alone(process, dir, variables.get(GitDir.WORK_TREE)));
        }
        Git git = new Git(process, new GitErrors(root.get()));
        gitDir.ifPresent(dir -> GitDir.refuseOther(git, root.get(), dir));
        return Optional.of(git);
    }

    static Git of(GitProcess process, Path root) {
        return new Git(process, new GitErrors(root));
    }

    GitErrors errors() {
        return errors;
    }

    /** What a command prints that must succeed. */
    GitProcess.Answer answer(String input, List<String> arguments) {
        GitProcess.Answer answer = run(input, arguments);
        if (answer.exit() != 0) {
            throw errors.failed(answer.errors());
        }
        return answer;
    }

    String text(String... arguments) {
        return answer("", List.of(arguments)).text();
    }

    /** What a command prints that lists things, each ended by a zero byte. */
    List<String> list(String input, String... arguments) {
        String out = answer(input, List.of(arguments)).text();
        if (!out.isEmpty() && !out.endsWith("\0")) {
            throw errors.untrue(List.of(arguments), out);
        }
        return out.isEmpty()
                ? List.of()
                : List.of(out.substring(0, out.length() - 1).split("\0", -1));
    }

    /** The folder's path from the root of the repository, ended by {@code /}; empty for the root itself. */
    String prefix() {
        String line = text("rev-parse", "--show-prefix");
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    /**
     * A hash that a command said.
     *
     * @throws UserError if it is none
     */
    String hash(String said, String... arguments) {
        if (!HASH.matcher(said).matches()) {
            throw errors.untrue(List.of(arguments), said);
        }
        return said;
    }

    private GitProcess.Answer run(String input, List<String> arguments) {
        try {
            return process.run(input, arguments);
        } catch (IOException e) {
            throw errors.missing(e.getMessage());
        } catch (TimeoutException e) {
            throw errors.hangs(arguments, process.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw errors.failed("fatal: interrupted");
        }
    }
}
