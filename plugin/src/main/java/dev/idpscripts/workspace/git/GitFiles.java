package dev.idpscripts.workspace.git;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files that Git does not know. */
final class GitFiles {

    /** What this plugin reads. */
    private static final List<String> FOLDERS = List.of("scripts", "bindings", "templates", "environments");

    private GitFiles() {}

    /**
     * Those that could declare something, ignored ones too: an ignored script is pushed like any other. Hidden ones are not read.
     *
     * @return relative to the folder
     */
    static List<String> untracked(Git git) {
        List<String> command = new ArrayList<>(List.of("ls-files", "--others", "-z", "--"));
        command.addAll(FOLDERS);
        return git.list("", command.toArray(String[]::new)).stream()
                .filter(file ->
                        Stream.of(file.split("/")).noneMatch(part -> part.startsWith(".") || part.endsWith("~")))
                .toList();
    }
}
