package dev.idpscripts.command;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Declarations;
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

/** Brings what is on the server into the files. The server is only read. */
public final class PullCommand {

    private final Session session;
    private final boolean showOnly;

    /**
     * Makes it.
     *
     * @param showOnly writes nothing
     */
    public PullCommand(Session session, boolean showOnly) {
        this.session = session;
        this.showOnly = showOnly;
    }

    /**
     * Reads files and server, shows what a pull does with the files, and does it.
     *
     * @throws UserError if there is something that people must decide
     */
    public Outcome run() {
        if (!showOnly) {
            session.refuseCommit(
                    "a pull writes into the files that lie here. To see what it would write into those of that commit:",
                    session.again().with("dryRun"));
        }
        Declarations declared = new Workspace(session.tree()).readWhatIsThere(session.environment());
        try (Connection open = session.connect()) {
            Pull pull = session.comparing(declared, open, false).pull();
            List<PulledFile> pulled = PulledFiles.list(pull, session.tree(), session.environment());
            List<FileChange> files = pulled.stream().map(PulledFile::change).toList();
            show(files, pull.remarks());
            if (!showOnly) {
                session.notes().beginFiles();
                PullWriter.write(pulled, session.directory());
            }
            return outcome(files);
        }
    }

    private void show(List<FileChange> files, List<String> remarks) {
        session.notes().files(files);
        if (!remarks.isEmpty()) {
            session.notes().detail(ResultDetail.remarks(remarks));
        }
        Console console = session.console();
        console.say(new FilesText(console.style()).render(files, remarks));
    }

    private Outcome outcome(List<FileChange> files) {
        for (FileState state : EnumSet.complementOf(EnumSet.of(FileState.REMOVED))) {
            session.notes().count(state.toString(), FilesText.count(files, state));
        }
        boolean nothing = files.stream().allMatch(file -> file.state() == FileState.UNCHANGED);
        session.console()
                .say((showOnly && !nothing ? "Nothing was written. It would be: " : "") + FilesText.summary(files));
        if (FilesText.count(files, FileState.CONFLICT) > 0) {
            throw new UserError(
                    ErrorCode.PULL_CONFLICT,
                    "files and server both changed: "
                            + files.stream()
                                    .filter(file -> file.state() == FileState.CONFLICT)
                                    .map(FileChange::file)
                                    .collect(Collectors.joining(", ")),
                    "Decide in these files what is to be. Then look at the plan, which gives the command that applies it:\n  "
                            + GoalCommand.of("plan"));
        }
        if (nothing) {
            return Outcome.NO_CHANGES;
        }
        return showOnly ? Outcome.CHANGES : Outcome.APPLIED;
    }
}
