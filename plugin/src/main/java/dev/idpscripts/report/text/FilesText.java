package dev.idpscripts.report.text;

import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;

/** Shows what a run does to files, on a terminal: a line for each, and below it what people must know. */
public final class FilesText {

    private static final int STATE_WIDTH = 9;

    private final Style style;

    public FilesText(Style style) {
        this.style = style;
    }

    /** The lines; files of which there is nothing to say are left out. */
    public List<String> render(List<FileChange> files) {
        List<String> out = new ArrayList<>();
        for (FileChange file : files) {
            if (file.state() == FileState.UNCHANGED && file.remarks().isEmpty()) {
                continue;
            }
            String state = file.state()
                    + " ".repeat(STATE_WIDTH - file.state().toString().length());
            out.add(coloured(file.state(), "  " + state + "  " + Text.clean(file.file())));
            file.remarks().forEach(remark -> out.add(" ".repeat(STATE_WIDTH + "    ".length()) + Text.clean(remark)));
        }
        return out;
    }

    /** The same, and below it what concerns no file. */
    public List<String> render(List<FileChange> files, List<String> remarks) {
        List<String> out = new ArrayList<>(render(files));
        remarks.forEach(remark -> out.add("  note: " + Text.clean(remark)));
        return out;
    }

    private String coloured(FileState state, String line) {
        return switch (state) {
            case CREATED -> style.added(line);
            case UPDATED, MERGED -> style.changed(line);
            case CONFLICT, REMOVED -> style.removed(line);
            case UNCHANGED -> style.faint(line);
        };
    }

    /** Such as {@code 2 files created, 1 updated, 0 merged, 0 conflicts, 14 unchanged.} */
    public static String summary(List<FileChange> files) {
        if (files.stream().allMatch(file -> file.state() == FileState.UNCHANGED)) {
            return "Nothing to pull: " + Phrase.count(files.size(), "file", "stays", "stay") + " unchanged.";
        }
        return Phrase.count(count(files, FileState.CREATED), "file") + " created, "
                + count(files, FileState.UPDATED) + " updated, "
                + count(files, FileState.MERGED) + " merged, "
                + Phrase.count(count(files, FileState.CONFLICT), "conflict") + ", "
                + count(files, FileState.UNCHANGED) + " unchanged.";
    }

    /** How many files are in a state. */
    public static int count(List<FileChange> files, FileState state) {
        return (int) files.stream().filter(file -> file.state() == state).count();
    }
}
