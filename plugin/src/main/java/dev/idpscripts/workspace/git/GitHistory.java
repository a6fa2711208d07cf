package dev.idpscripts.workspace.git;

import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.workspace.git.GitLog.Touch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Git knows about commits that something was pushed from. */
public final class GitHistory {

    private final GitRepository repository;

    public GitHistory(GitRepository repository) {
        this.repository = repository;
    }

    /**
     * What is known about these commits; nothing where Git is not used, or the clone is too shallow to tell.
     *
     * @throws dev.idpscripts.model.error.UserError if Git is used, but cannot tell
     */
    public Checkout about(Set<String> commits) {
        if (commits.isEmpty()) {
            return Checkout.UNKNOWN;
        }
        return repository
                .log()
                .map(log -> about(log, commits, repository.isCheckedOut()))
                .orElseGet(() -> Git.at(repository.folder())
                        .map(git -> unborn(git, commits))
                        .orElse(Checkout.UNKNOWN));
    }

    static Checkout about(Git git, Set<String> commits, Optional<String> at) {
        return GitLog.of(git, at).map(log -> about(log, commits, at.isEmpty())).orElseGet(() -> unborn(git, commits));
    }

    /** Where nothing was committed yet, nothing leads to it. */
    private static Checkout unborn(Git git, Set<String> commits) {
        return new Checkout(Map.of(), isWhole(git) ? commits : Set.of());
    }

    private static Checkout about(GitLog log, Set<String> commits, boolean edited) {
        Ancestry ancestry = log.ancestry(commits);
        Set<String> here = ancestry.here();
        Map<String, Set<String>> from = ancestry.graph().comesFrom(here, here);
        Optional<String> first = here.stream()
                .filter(commit -> from.values().stream().allMatch(each -> each.contains(commit)))
                .findFirst();
        List<Touch> touches = here.isEmpty() ? List.of() : log.touchesSince(first);
        Map<String, Set<String>> earlier =
                ancestry.graph().comesFrom(touches.stream().map(Touch::commit).toList(), here);
        Set<String> now = edited ? log.edited() : Set.of();
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

    static boolean isWhole(Git git) {
        String[] command = {"rev-parse", "--is-shallow-repository"};
        String said = git.text(command).strip();
        if (!said.equals("true") && !said.equals("false")) {
            throw git.errors().untrue(List.of(command), said);
        }
        return said.equals("false");
    }
}
