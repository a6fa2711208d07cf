package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.pull.Pull;
import dev.idpscripts.model.pull.PulledFile;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.FilesText;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.pull.PullWriter;
import dev.idpscripts.workspace.pull.PulledFiles;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that write what is on the server into files. */
abstract class PullGoal extends ServerGoal {

    PullGoal(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /**
     * Reads files and server, shows what a pull does with the files, and does it.
     *
     * @param showOnly writes nothing
     * @throws UserError if there is something that people must decide
     */
    final Outcome pull(Environment chosen, boolean showOnly) {
        Declarations declared = new Workspace(directory()).readWhatIsThere(chosen);
        try (Connection open = connect(chosen)) {
            Pull pull = planning(declared, chosen, open, false).pull();
            List<PulledFile> pulled = PulledFiles.of(pull, directory(), chosen);
            List<FileChange> files = pulled.stream().map(PulledFile::change).toList();
            notes().files(files);
            if (!pull.remarks().isEmpty()) {
                notes().detail(ResultDetail.remarks(pull.remarks()));
            }
            terminal().say(new FilesText(terminal().style()).render(files, pull.remarks()));
            if (!showOnly) {
                PullWriter.write(pulled, directory());
            }
            return outcome(files, showOnly);
        }
    }

    private Outcome outcome(List<FileChange> files, boolean showOnly) {
        for (FileState state : EnumSet.complementOf(EnumSet.of(FileState.REMOVED))) {
            count(state.toString(), FilesText.count(files, state));
        }
        boolean nothing = files.stream().allMatch(file -> file.state() == FileState.UNCHANGED);
        say((showOnly && !nothing ? "Nothing was written. It would be: " : "") + FilesText.summary(files));
        if (FilesText.count(files, FileState.CONFLICT) > 0) {
            throw new UserError(
                    ErrorCode.PULL_CONFLICT,
                    "files and server both changed: "
                            + files.stream()
                                    .filter(file -> file.state() == FileState.CONFLICT)
                                    .map(FileChange::file)
                                    .collect(Collectors.joining(", ")),
                    "Decide in these files what is to be, and apply it: -Didp-scripts.overwriteDrift=NAME.");
        }
        if (nothing) {
            return Outcome.NO_CHANGES;
        }
        return showOnly ? Outcome.CHANGES : Outcome.APPLIED;
    }
}
