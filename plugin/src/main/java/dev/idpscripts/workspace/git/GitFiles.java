package dev.idpscripts.workspace.git;

import dev.idpscripts.workspace.file.FileNames;
import dev.idpscripts.workspace.file.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files that Git does not know. */
final class GitFiles {

    private GitFiles() {}

    /**
     * Those that could declare something, ignored ones too: an ignored script is pushed like any other. Hidden ones are not read.
     *
     * @return relative to the folder
     */
    static List<String> untracked(Git git) {
        List<String> command = new ArrayList<>(List.of("ls-files", "--others", "-z", "--"));
        command.addAll(Folder.ALL);
        return git.list("", command.toArray(String[]::new)).stream()
                .filter(file -> Stream.of(file.split("/")).noneMatch(FileNames::isHidden))
                .toList();
    }
}
