package dev.idpscripts.workspace.git;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The surroundings in which Git says the same on every machine. Its configuration is read all the same, for that is where people trust
 * folders, name filters and line ends; what would change the form of an answer, or run something, is overruled here.
 */
final class GitEnvironment {

    /** Overrule the configuration; each is a key and a value. */
    static final List<String> PINS = List.of(
            "core.fsmonitor=false",
            "core.hooksPath=/dev/null",
            "core.quotePath=false",
            "core.untrackedCache=false",
            "core.safecrlf=false",
            "color.ui=false",
            "column.ui=never",
            "status.renames=false",
            "status.aheadBehind=false",
            "status.showStash=false",
            "status.submoduleSummary=false",
            "diff.renames=false",
            "diff.orderFile=/dev/null",
            "submodule.recurse=false",
            "log.showSignature=false",
            "advice.graftFileDeprecated=false");

    /**
     * Git's variables that are left as they are: which configuration there is, how to reach a remote that a partial clone fetches from,
     * whether to look beyond a file system, and Git's own switch to try a folder that belongs to somebody else. All others, such as those
     * of a hook, could make Git speak of another repository or in another form.
     */
    private static final List<String> KEPT = List.of(
            "GIT_CONFIG_",
            "GIT_SSH",
            "GIT_SSL_",
            "GIT_HTTP_",
            "GIT_PROXY_",
            "GIT_ASKPASS",
            "GIT_DISCOVERY_ACROSS_FILESYSTEM",
            "GIT_TEST_ASSUME_DIFFERENT_OWNER");

    private static final Map<String, String> SET = Map.of(
            "LC_ALL", "C",
            // Only looking: do not make a user's own git wait.
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_LITERAL_PATHSPECS", "1",
            // A commit is what it was pushed as, whatever somebody put in its place since.
            "GIT_NO_REPLACE_OBJECTS", "1",
            "GIT_GRAFT_FILE", "/dev/null");

    private GitEnvironment() {}

    /** The variables for Git, made of those of this process. */
    static Map<String, String> of(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.keySet().removeIf(name -> name.startsWith("GIT_") && KEPT.stream().noneMatch(name::startsWith));
        all.putAll(SET);
        return all;
    }
}
