package dev.idpscripts.view;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.view.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What runs on each connector, hook by hook in order, and what looks wrong about it. */
public final class PipelineView {

    private static final List<String> COLUMNS =
            List.of("hook", "order", "script", "status", "policy", "retries", "timeout");

    private final Inventory server;
    private final InventoryIndex index;

    private PipelineView(Inventory server) {
        this.server = server;
        this.index = server.index();
    }

    /**
     * A table for each connector that has bindings, also for those that are gone.
     *
     * @param server with the current versions of all bound scripts
     * @param connector only this one; empty for all
     */
    public static List<Table> tables(Inventory server, Optional<String> connector) {
        return new PipelineView(server).tables(connector);
    }

    private List<Table> tables(Optional<String> only) {
        Map<String, List<StoredBinding>> byConnector = new TreeMap<>();
        server.bindings().forEach(b -> byConnector
                .computeIfAbsent(
                        index.connector(b.connectorId()).orElse("deleted connector " + b.connectorId()),
                        name -> new ArrayList<>())
                .add(b));
        return byConnector.entrySet().stream()
                .filter(e -> only.isEmpty() || only.get().equals(e.getKey()))
                .map(e -> table(e.getKey(), e.getValue()))
                .toList();
    }

    private Table table(String connector, List<StoredBinding> bindings) {
        List<List<Object>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (connector.startsWith("deleted connector ")) {
            notes.add(
                    "! the connector is gone: its bindings still keep their scripts from being deleted, and run never");
        }
        for (HookPhase phase : HookPhase.values()) {
            for (Operation operation : Operation.values()) {
                Hook hook = new Hook(phase, operation);
                List<StoredBinding> chain = bindings.stream()
                        .filter(b -> b.hook().equals(hook))
                        .sorted(Comparator.comparingInt(StoredBinding::executionOrder))
                        .toList();
                chain.forEach(b -> rows.add(row(b)));
                notes.addAll(new PipelineLint(server, index).examine(hook, chain));
            }
        }
        return new Table(connector, COLUMNS, rows, notes);
    }

    private List<Object> row(StoredBinding b) {
        Optional<StoredScript> script = index.script(b.scriptId());
        String status = script.map(s -> s.status().toString()).orElse("deleted");
        return Table.row(
                b.hook().toString(),
                b.executionOrder(),
                script.map(StoredScript::name).orElse("deleted " + CellText.id(b.scriptId())),
                b.enabled() ? status : status + ", disabled",
                b.failurePolicy().toString(),
                b.maxRetries(),
                b.timeoutSeconds() + " s");
    }

    static boolean runs(StoredBinding binding, Optional<StoredScript> script) {
        return binding.enabled()
                && script.filter(s -> s.status() == ScriptStatus.ACTIVE).isPresent();
    }
}
