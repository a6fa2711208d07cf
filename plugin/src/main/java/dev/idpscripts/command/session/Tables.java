package dev.idpscripts.command.session;

import dev.idpscripts.model.view.Table;
import dev.idpscripts.report.json.TableJson;
import dev.idpscripts.report.text.TableText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shows tables to people, or to programs, and writes them as JSON beside either.
 *
 * @param name the goal's, after which the file is called
 */
public record Tables(Session session, String name, Format format) {

    /** For whom they are. */
    public enum Format {
        TEXT,
        JSON
    }

    public void show(List<Table> tables) {
        show(tables, List.of());
    }

    /** The same with more for machines, which people are told in a sentence. */
    public void show(List<Table> tables, List<Table> besides) {
        String json = TableJson.render(
                Stream.concat(tables.stream(), besides.stream()).toList());
        session.outputs().write(name + ".json", json);
        Console console = session.console();
        if (format == Format.JSON) {
            console.handOn(session.outputs().secrets().hide(json));
            return;
        }
        TableText layout = new TableText(console.style(), console.width());
        tables.forEach(table -> console.guide(layout.render(table)));
    }
}
