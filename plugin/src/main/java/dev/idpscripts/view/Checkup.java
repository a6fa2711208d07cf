package dev.idpscripts.view;

import dev.idpscripts.model.view.Table;
import java.util.ArrayList;
import java.util.List;

/** What an examination found, line by line: a verdict for each, and what to do. Lives no longer than one examination. */
public final class Checkup {

    private static final List<String> COLUMNS = List.of("verdict", "what", "found");

    private final List<List<Object>> rows = new ArrayList<>();
    private final List<String> todos = new ArrayList<>();
    private int bad;
    private int look;

    /** All is well. */
    public void good(String what, String found) {
        rows.add(Table.row("ok", what, found));
    }

    /** It works, but somebody should know. */
    public void warn(String what, String found, String todo) {
        look++;
        rows.add(Table.row("look", what, found));
        todos.add(what + ": " + found + ". " + todo);
    }

    /** It cannot work. */
    public void bad(String what, String found, String todo) {
        bad++;
        rows.add(Table.row("bad", what, found));
        todos.add(what + ": " + found + ". " + todo);
    }

    /** How much cannot work. */
    public int bad() {
        return bad;
    }

    /** How much somebody should know. */
    public int look() {
        return look;
    }

    /** The table; what to do stands below it in full. */
    public Table table(String environment) {
        String title =
                environment + ": " + (bad == 0 && look == 0 ? "all is well" : bad + " bad, " + look + " to look at");
        return new Table(title, COLUMNS, rows, todos);
    }
}
