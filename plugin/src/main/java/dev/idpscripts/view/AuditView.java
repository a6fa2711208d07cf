package dev.idpscripts.view;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.Uuids;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.view.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The audit trail: who did what when. It is best effort and not complete (server.md 3.6). */
public final class AuditView {

    private static final List<String> COLUMNS = List.of("time", "action", "script", "by", "details");

    private AuditView() {}

    /** Newest first. */
    public static Table table(List<AuditEvent> events, NameLookup names) {
        List<List<Object>> rows = events.stream()
                .map(event -> Table.row(
                        CellText.time(event.createdAt()),
                        event.action(),
                        event.detail("script_name").orElseGet(() -> names.script(event.scriptId())),
                        CellText.somebody(event.actorId()),
                        details(event, names)))
                .toList();
        return new Table(
                Phrase.count(events.size(), "event"),
                COLUMNS,
                rows,
                List.of("The server does not record changes to bindings and templates."));
    }

    private static String details(AuditEvent event, NameLookup names) {
        if (!(event.details() instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, String> parts = new TreeMap<>();
        map.forEach((key, value) -> {
            if (value != null && !key.equals("script_name") && !key.equals("script_id")) {
                parts.put(key.toString(), value.toString());
            }
        });
        parts.computeIfPresent(
                "connector_id",
                (key, id) -> Uuids.parse(id).map(names::connector).orElse(id));
        parts.computeIfPresent(
                "binding_id", (key, id) -> Uuids.parse(id).map(names::binding).orElse(id));
        parts.computeIfPresent("change_description", (key, text) -> CellText.subject(text));
        return parts.entrySet().stream()
                .map(e -> e.getKey().replace("_id", "").replace('_', ' ') + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
