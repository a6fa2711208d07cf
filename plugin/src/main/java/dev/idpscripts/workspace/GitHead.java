package dev.idpscripts.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The commit that the files are at. Asks the {@code git} command rather than a library: every machine with a clone has it,
 * it honours the user's own configuration (safe directories, worktrees, partial clones), and it adds nothing to download.
 *
 * @param commit the full hash
 * @param subject the first line of its message
 * @param dirty whether files differ from it
 */
public record GitHead(String commit, String subject, boolean dirty) {

    private static final long PATIENCE_SECONDS = 20;

    /** Empty if the folder is in no Git repository, has no commit yet, or there is no {@code git}. */
    public static Optional<GitHead> of(Path folder) {
        return git(folder, "-c", "i18n.logOutputEncoding=UTF-8", "log", "-1", "--format=%H%n%s")
                .filter(out -> out.contains("\n"))
                .map(out -> {
                    int end = out.indexOf('\n');
                    boolean dirty = git(folder, "status", "--porcelain", "--", ".")
                            .filter(s -> !s.isBlank())
                            .isPresent();
                    return new GitHead(
                            out.substring(0, end), out.substring(end + 1).strip(), dirty);
                });
    }

    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            // Only looking: do not make a user's own git wait.
            builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(out) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
