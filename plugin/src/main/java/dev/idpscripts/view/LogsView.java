package dev.idpscripts.view;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.view.Table;
import java.util.ArrayList;
import java.util.List;

/** Execution logs: a list, or one in detail. */
public final class LogsView {

    private static final List<String> COLUMNS =
            List.of("id", "time", "script", "version", "status", "dry run", "ms", "connector", "error");

    private LogsView() {}

    /** Newest first. */
    public static Table list(List<ExecutionLog> logs, NameLookup names) {
        List<List<Object>> rows = logs.stream()
                .map(log -> Table.row(
                        CellText.somebody(log.id()),
                        CellText.time(log.executedAt()),
                        names.script(log.scriptId()),
                        log.scriptVersion(),
                        log.status(),
                        log.dryRun(),
                        log.durationMs(),
                        names.connector(log.connectorId()),
                        log.error()))
                .toList();
        return new Table(Phrase.count(logs.size(), "execution log"), COLUMNS, rows)
                .showing("id", "time", "script", "version", "status", "ms", "error");
    }

    /** Everything about one run; context and output whole. */
    public static Table detail(ExecutionLog log, NameLookup names) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(Table.row("time", CellText.time(log.executedAt())));
        rows.add(Table.row("script", names.script(log.scriptId())));
        rows.add(Table.row("version", log.scriptVersion()));
        rows.add(Table.row("connector", names.connector(log.connectorId())));
        rows.add(Table.row("binding", log.bindingId() == null ? "none" : names.binding(log.bindingId())));
        rows.add(Table.row("status", log.status()));
        rows.add(Table.row("dry run", log.dryRun()));
        rows.add(Table.row("duration", log.durationMs() + " ms"));
        rows.add(Table.row("error", log.error()));
        rows.add(Table.row("context", log.inputContext()));
        rows.add(Table.row("output", log.output()));
        return new Table("Execution log " + log.id(), Table.FIELDS, rows);
    }
}
