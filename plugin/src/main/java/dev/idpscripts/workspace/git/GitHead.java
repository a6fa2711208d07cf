package dev.idpscripts.workspace.git;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The commit that the files are at.
 *
 * @param commit the full hash
 * @param subject the first line of its message
 * @param tree the hash of the folder's content in that commit; empty if it is not in it
 * @param dirty whether files differ from it
 */
public record GitHead(String commit, String tree, String subject, boolean dirty) {

    /** Empty if the folder is in no Git repository, has no commit yet, or there is no {@code git}. */
    public static Optional<GitHead> of(Path folder) {
        return Git.run(folder, "-c", "i18n.logOutputEncoding=UTF-8", "log", "-1", "--format=%H%n%s")
                .filter(out -> out.contains("\n"))
                .map(out -> {
                    int end = out.indexOf('\n');
                    boolean dirty = Git.run(folder, "status", "--porcelain", "--", ".")
                            .filter(s -> !s.isBlank())
                            .isPresent();
                    return new GitHead(
                            out.substring(0, end),
                            Git.run(folder, "rev-parse", "HEAD:./")
                                    .map(String::strip)
                                    .orElse(""),
                            out.substring(end + 1).strip(),
                            dirty);
                });
    }
}
