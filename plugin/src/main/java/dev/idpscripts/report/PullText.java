package dev.idpscripts.report;

import dev.idpscripts.model.pull.PulledFile;
import dev.idpscripts.model.pull.PulledFile.State;
import java.util.ArrayList;
import java.util.List;

/** Shows a pull on a terminal: a line for each file, then what people must know. */
public final class PullText {

    private static final int STATE_WIDTH = 9;

    private final Style style;

    public PullText(Style style) {
        this.style = style;
    }

    /**
     * The lines; files of which there is nothing to say are only counted.
     *
     * @param remarks what concerns no file
     */
    public List<String> render(List<PulledFile> files, List<String> remarks) {
        List<String> out = new ArrayList<>();
        for (PulledFile file : files) {
            if (file.state() == State.UNCHANGED && file.remarks().isEmpty()) {
                continue;
            }
            String state = file.state()
                    + " ".repeat(STATE_WIDTH - file.state().toString().length());
            out.add(coloured(file.state(), "  " + state + "  " + Text.clean(file.file())));
            file.remarks().forEach(remark -> out.add(" ".repeat(STATE_WIDTH + "    ".length()) + Text.clean(remark)));
        }
        remarks.forEach(remark -> out.add("  note: " + Text.clean(remark)));
        return out;
    }

    private String coloured(State state, String line) {
        return switch (state) {
            case CREATED -> style.added(line);
            case UPDATED, MERGED -> style.changed(line);
            case CONFLICT -> style.removed(line);
            case UNCHANGED -> style.faint(line);
        };
    }

    /** Such as {@code 2 files created, 1 updated, 0 merged, 0 conflicts, 14 unchanged.} */
    public static String summary(List<PulledFile> files) {
        return Text.count(count(files, State.CREATED), "file") + " created, "
                + count(files, State.UPDATED) + " updated, "
                + count(files, State.MERGED) + " merged, "
                + Text.count(count(files, State.CONFLICT), "conflict") + ", "
                + count(files, State.UNCHANGED) + " unchanged.";
    }

    /** How many files are in a state. */
    public static int count(List<PulledFile> files, State state) {
        return (int) files.stream().filter(file -> file.state() == state).count();
    }
}
