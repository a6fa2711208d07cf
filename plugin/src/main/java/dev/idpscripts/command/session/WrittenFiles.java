package dev.idpscripts.command.session;

import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.report.text.FilesText;
import java.util.List;

/** Tells of the repository's files that were written, to people and in {@code result.json}. */
public final class WrittenFiles {

    private WrittenFiles() {}

    public static void tell(List<FileChange> files, Console console, RunNotes notes) {
        notes.files(files);
        console.say(new FilesText(console.style()).render(files));
    }

    /** The same for files that were not there before. */
    public static void tellCreated(List<String> files, Console console, RunNotes notes) {
        tell(files.stream().map(file -> new FileChange(file, FileState.CREATED)).toList(), console, notes);
    }
}
