package dev.idpscripts.workspace.git;

import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.workspace.git.GitLog.Touch;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Git knows about commits that something was pushed from. */
public final class GitHistory {

    private final Path folder;
    private final Optional<String> tip;

    /**
     * @param folder the repository of scripts; it may be a folder inside a Git repository
     */
    public GitHistory(Path folder) {
        this(folder, Optional.empty());
    }

    /** The same, as if this commit were checked out and nothing were edited, if there is one. */
    public GitHistory(Path folder, Optional<String> tip) {
        this.folder = folder;
        this.tip = tip;
    }

    /**
     * What is known about these commits; nothing where Git is not used, or the clone is too shallow to tell.
     *
     * @throws dev.idpscripts.model.error.UserError if Git is used, but cannot tell
     */
    public Checkout about(Set<String> commits) {
        Optional<Git> git = commits.isEmpty() ? Optional.empty() : Git.at(folder);
        return git.map(asked -> about(asked, commits, tip)).orElse(Checkout.UNKNOWN);
    }

    static Checkout about(Git git, Set<String> commits, Optional<String> at) {
        return GitLog.of(git, at)
                .map(log -> about(git, log, commits, at.isEmpty()))
                .orElseGet(() -> new Checkout(Map.of(), isWhole(git) ? commits : Set.of()));
    }

    private static Checkout about(Git git, GitLog log, Set<String> commits, boolean edited) {
        Ancestry ancestry = log.ancestry(commits);
        Set<String> here = ancestry.here();
        Map<String, Set<String>> from = ancestry.graph().comesFrom(here, here);
        Optional<String> first = here.stream()
                .filter(commit -> from.values().stream().allMatch(each -> each.contains(commit)))
                .findFirst();
        List<Touch> touches = here.isEmpty() ? List.of() : log.touchesSince(first);
        Map<String, Set<String>> earlier =
                ancestry.graph().comesFrom(touches.stream().map(Touch::commit).toList(), here);
        Set<String> now = edited ? edited(git) : Set.of();
        Map<String, Set<String>> touched = new HashMap<>();
        ancestry.known().forEach((asked, commit) -> {
            if (here.contains(commit)) {
                Set<String> files = new HashSet<>(now);
                touches.stream()
                        .filter(touch -> !earlier.get(commit).contains(touch.commit()))
                        .forEach(touch -> files.addAll(touch.files().keySet()));
                touched.put(asked, files);
            }
        });
        return new Checkout(touched, ancestry.lacking());
    }

    /** What differs from what is checked out. */
    private static Set<String> edited(Git git) {
        String prefix = git.prefix();
        Set<String> edited = new HashSet<>(GitFiles.untracked(git));
        GitStatus.of(git).edited().stream()
                .filter(file -> file.startsWith(prefix))
                .forEach(file -> edited.add(file.substring(prefix.length())));
        return edited;
    }

    static boolean isWhole(Git git) {
        String[] command = {"rev-parse", "--is-shallow-repository"};
        String said = git.text(command).strip();
        if (!said.equals("true") && !said.equals("false")) {
            throw git.errors().untrue(List.of(command), said);
        }
        return said.equals("false");
    }
}
