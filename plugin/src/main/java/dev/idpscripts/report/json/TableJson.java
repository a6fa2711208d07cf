package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.view.Abbreviated;
import dev.idpscripts.model.view.Table;
import java.util.List;

/** Tables as JSON: each row an object with the columns' names. */
public final class TableJson {

    private static final String FORMAT = "1.0";

    private TableJson() {}

    /** All tables of one goal, in order. */
    public static String render(List<Table> tables) {
        ObjectNode root = JsonReport.object();
        root.put("format", FORMAT);
        ArrayNode array = root.putArray("tables");
        for (Table table : tables) {
            ObjectNode node = array.addObject();
            node.put("title", table.title());
            ArrayNode rows = node.putArray("rows");
            table.rows().forEach(row -> row(rows.addObject(), table.columns(), row));
            ArrayNode notes = node.putArray("notes");
            table.notes().forEach(notes::add);
        }
        return JsonReport.write(root);
    }

    private static void row(ObjectNode node, List<String> columns, List<Object> row) {
        for (int i = 0; i < columns.size(); i++) {
            Object cell = row.get(i);
            node.putPOJO(columns.get(i), cell instanceof Abbreviated brief ? brief.full() : cell);
        }
    }
}
