package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.report.json.TableJson;
import dev.idpscripts.report.text.TableText;
import dev.idpscripts.server.InventoryReader;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that only show something. They write the same as JSON, under the goal's name, into the output directory. */
abstract class ViewGoal extends ServerGoal {

    /**
     * {@code text}, or {@code json} on standard output and nothing else there with {@code -q}, such as
     * {@code mvn -q idp-scripts:status -Didp-scripts.format=json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.format", defaultValue = "text")
    private String format;

    ViewGoal(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** Reads what is to be shown. */
    abstract List<Table> look(Environment chosen);

    /** All lists of the server, without bodies. */
    final Inventory lists(Connection open, Environment chosen) {
        return new InventoryReader(open.server(), chosen.tenant(), cache(open)).read(script -> false);
    }

    @Override
    Outcome work(Environment chosen) {
        boolean json = Choice.of("format", format, "text", "json").equals("json");
        show(look(chosen), json);
        return Outcome.NO_CHANGES;
    }

    @SuppressWarnings("SystemOut") // JSON must come without Maven's prefix, for whatever reads it
    final void show(List<Table> tables, boolean json) {
        String text = TableJson.render(tables);
        outputs().write(execution().getGoal() + ".json", text);
        if (json) {
            System.out.print(text);
            System.out.flush();
            return;
        }
        TableText layout = new TableText(terminal().style(), terminal().width());
        tables.forEach(table -> print(layout.render(table)));
    }
}
