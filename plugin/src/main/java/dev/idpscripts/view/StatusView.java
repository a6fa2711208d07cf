package dev.idpscripts.view;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.model.view.Abbreviated;
import dev.idpscripts.model.view.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every script: its state, where its version came from, where it runs, and whether it is as the files say. */
public final class StatusView {

    private static final List<String> COLUMNS =
            List.of("script", "status", "version", "commit", "by", "since", "tests", "bindings", "files");

    /**
     * Which scripts; empty for all.
     *
     * @param status on the server
     * @param search a part of the name, in any case
     * @param connector the name on the server of one that the script is bound to
     */
    public record Selection(Optional<ScriptStatus> status, Optional<String> search, Optional<String> connector) {

        boolean admits(String name, ScriptStatus stored, Set<String> boundTo) {
            return (status.isEmpty() || status.get() == stored)
                    && search.map(text -> folded(name).contains(folded(text))).orElse(true)
                    && connector
                            .map(given -> boundTo.stream().anyMatch(there -> ObjectName.isSame(there, given)))
                            .orElse(true);
        }

        private static String folded(String text) {
            return ObjectName.normal(text).toLowerCase(Locale.ROOT);
        }
    }

    private final Inventory server;
    private final Map<String, Script> declared;
    private final Plan plan;
    private final Map<UUID, Set<String>> connectors;
    private final Map<UUID, Long> bindings;

    private StatusView(Inventory server, Declarations files, Plan plan) {
        this.server = server;
        this.plan = plan;
        this.declared = files.scripts().stream()
                .collect(Collectors.toMap(Script::name, script -> script, (a, b) -> a, TreeMap::new));
        InventoryIndex index = server.index();
        this.connectors = server.bindings().stream()
                .collect(Collectors.groupingBy(
                        b -> b.scriptId(),
                        Collectors.mapping(
                                b -> index.connector(b.connectorId()).orElse("deleted"),
                                Collectors.toCollection(TreeSet::new))));
        this.bindings =
                server.bindings().stream().collect(Collectors.groupingBy(b -> b.scriptId(), Collectors.counting()));
    }

    /**
     * The table, sorted by name.
     *
     * @param server with the current versions of all scripts
     * @param plan made from the same, so that it tells what differs
     * @param now the commit that the environment is at
     */
    public static Table table(
            Inventory server, Declarations files, Plan plan, Selection filter, EnvironmentCommit now) {
        return new StatusView(server, files, plan).table(filter, now);
    }

    private Table table(Selection filter, EnvironmentCommit now) {
        Map<String, List<Object>> rows = new TreeMap<>();
        for (StoredScript script : server.scripts()) {
            if (filter.admits(script.name(), script.status(), connectors.getOrDefault(script.id(), Set.of()))) {
                rows.put(script.name(), row(script));
            }
        }
        if (filter.status().isEmpty() && filter.connector().isEmpty()) {
            Set<String> there =
                    server.scripts().stream().map(StoredScript::name).collect(Collectors.toSet());
            declared.values().stream()
                    .filter(script -> !there.contains(script.name()))
                    .filter(script -> filter.admits(script.name(), null, Set.of()))
                    .forEach(script -> rows.put(
                            script.name(),
                            Table.row(
                                    script.name(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    script.tests().size(),
                                    null,
                                    difference(script.name()))));
        }
        String title = Phrase.count(rows.size(), "script") + " in "
                + plan.target().environment() + " (" + plan.target().url() + ")";
        return new Table(title, COLUMNS, List.copyOf(rows.values()), List.of(now.sentence()))
                .showing("script", "status", "version", "commit", "by", "tests", "bindings", "files");
    }

    private List<Object> row(StoredScript script) {
        Optional<StoredVersion> version = Optional.ofNullable(server.current().get(script.id()));
        return Table.row(
                script.name(),
                script.status().toString(),
                script.currentVersion(),
                version.map(v -> CellText.content(v)).orElse(null),
                version.map(v -> CellText.somebody(v.createdBy())).orElse(null),
                version.map(v -> CellText.time(v.createdAt())).orElse(null),
                Optional.ofNullable(declared.get(script.name()))
                        .map(file -> (Object) file.tests().size())
                        .orElse(null),
                bindings.getOrDefault(script.id(), 0L),
                script.isSystem() ? "the server's own" : difference(script.name()));
    }

    /** What the plan would change about the script or its bindings, and who is to blame for the worst of it. */
    private String difference(String name) {
        Optional<Cause> worst = plan.planned().stream()
                .filter(each -> concerns(each.change(), name))
                .map(PlannedChange::cause)
                .max(Comparator.comparing(StatusView::weight));
        return worst.map(Cause::toString).orElse(declared.containsKey(name) ? "same" : "in no file");
    }

    private static int weight(Cause cause) {
        return List.of(Cause.LOCAL_EDIT, Cause.UNKNOWN, Cause.BEHIND, Cause.DRIFT, Cause.CONFLICT)
                .indexOf(cause);
    }

    private static boolean concerns(Change change, String name) {
        return change instanceof BindingChange binding
                ? binding.script().equals(name)
                : change.isOfScript() && change.subject().name().equals(name);
    }

    /**
     * Which version and commit is where.
     *
     * @param environments the servers by the environment's name, in order, with the current versions of all scripts
     */
    public static Table sideBySide(Map<String, Inventory> environments, Selection filter) {
        List<String> columns = new ArrayList<>(List.of("script"));
        columns.addAll(environments.keySet());
        Map<String, Map<String, String>> cells = new TreeMap<>();
        environments.forEach((environment, server) -> server.scripts().stream()
                .filter(script -> filter.admits(script.name(), script.status(), Set.of()))
                .forEach(script -> cells.computeIfAbsent(script.name(), name -> new LinkedHashMap<>())
                        .put(environment, cell(server, script))));
        List<List<Object>> rows = new ArrayList<>();
        cells.forEach((name, places) -> {
            List<Object> row = new ArrayList<>(List.of(name));
            environments.keySet().forEach(environment -> row.add(places.get(environment)));
            rows.add(row);
        });
        return new Table(Phrase.count(rows.size(), "script"), columns, rows);
    }

    private static String cell(Inventory server, StoredScript script) {
        String commit = Optional.ofNullable(server.current().get(script.id()))
                .map(v -> CellText.content(v))
                .map(Abbreviated::toString)
                .orElse("");
        return (script.status() + " v" + script.currentVersion() + " " + commit).strip();
    }
}
