package dev.idpscripts.view;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.Dashboard;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.ScriptAnalytics;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.report.json.TableJson;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.TableText;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Golden;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people see, at 80 columns, and the same as JSON. */
class ViewsTest {

    private static final Hook BEFORE = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final Hook AFTER = new Hook(HookPhase.AFTER, Operation.DELETE);
    private static final Instant TIME = Instant.parse("2026-03-01T12:34:56Z");
    private static final UUID NOBODY = new UUID(0, 0);

    /** So much of an id is in the doctor's table. */
    private static final int CUT = 32;

    private static final StatusView.Selection ALL =
            new StatusView.Selection(Optional.empty(), Optional.empty(), Optional.empty());

    private final Desired files = new Desired()
            .script("Login name", ACTIVE, "output.login = 1;")
            .script("E-mail address", ACTIVE, "2")
            .script("Not there yet", DRAFT, "3")
            .connector("Corporate LDAP")
            .bind("Corporate LDAP", BEFORE, 10, "Login name");
    private final FakeServer server = new FakeServer()
            .connector("Corporate LDAP")
            .script("Login name", ACTIVE, "output.login = 1;")
            .script("E-mail address", INACTIVE, "let x = variables.address;")
            .script("A script with quite a long name that nobody can read in full", "", DRAFT, "", null)
            .bind("Corporate LDAP", BEFORE, 10, "Login name")
            .bind("Corporate LDAP", BEFORE, 20, "E-mail address", new BindingSettings(FailurePolicy.RETRY, 0, 9, true))
            .bind("Corporate LDAP", BEFORE, 90, "Login name", new BindingSettings(FailurePolicy.RETRY, 2, 30, true))
            .bind("gone", AFTER, 1, "Login name");

    private Plan plan() {
        Target target = new Target("test", "https://idp.example.com", FakeServer.TENANT);
        return Planner.plan(files.declare(), server.inventory(), new PlanOptions(target, FakeServer.REPOSITORY, false));
    }

    private Table status(StatusView.Selection filter) {
        return StatusView.table(server.inventory(), files.declare(), plan(), filter, EnvironmentCommit.unknown("test"));
    }

    private static void golden(String name, List<Table> tables) {
        golden(name, tables, UnaryOperator.identity());
    }

    private static void golden(String name, List<Table> tables, UnaryOperator<String> steady) {
        TableText text = new TableText(Style.PLAIN, 80);
        String lines = tables.stream().flatMap(t -> text.render(t).stream()).collect(Collectors.joining("\n"));
        Golden.check(name + ".txt", steady.apply(lines + "\n"));
        Golden.check(name + ".json", steady.apply(TableJson.render(tables)));
    }

    private static List<Object> names(Table table) {
        return table.rows().stream().map(row -> row.get(0)).toList();
    }

    @Test
    void statusOfAll() {
        golden("status", List.of(status(ALL)));
    }

    @Test
    void statusOfSome() {
        Optional<ScriptStatus> none = Optional.empty();
        assertEquals(
                List.of("Login name"),
                names(status(new StatusView.Selection(Optional.of(ACTIVE), Optional.empty(), Optional.empty()))));
        assertEquals(
                List.of("E-mail address"),
                names(status(new StatusView.Selection(none, Optional.of("MAIL"), Optional.empty()))));
        assertEquals(
                List.of("Login name"),
                names(status(new StatusView.Selection(none, Optional.empty(), Optional.of("deleted")))));
    }

    @Test
    void severalEnvironmentsBesideEachOther() {
        Map<String, Inventory> servers = new LinkedHashMap<>();
        servers.put("staging", server.inventory());
        servers.put(
                "production", new FakeServer().script("Login name", DRAFT, "1").inventory());
        golden("status-environments", List.of(StatusView.sideBySide(servers, ALL)));
    }

    @Test
    void pipelinesAndWhatIsWrongWithThem() {
        golden("pipeline", PipelineView.tables(server.inventory(), Optional.empty()));
        assertEquals(
                1,
                PipelineView.tables(server.inventory(), Optional.of("Corporate LDAP"))
                        .size());
    }

    @Test
    void theLongestTimeIsToldWhereTheTableDoesNotTellIt() {
        BindingSettings patient = new BindingSettings(FailurePolicy.RETRY, 5, 120, true);
        FakeServer one = new FakeServer()
                .connector("Helpdesk")
                .script("Ticket", ScriptStatus.ACTIVE, "1")
                .bind("Helpdesk", AFTER, 1, "Ticket", patient);
        assertEquals(
                List.of("  after delete takes at most 720 s: the sum of timeouts times tries"),
                PipelineView.tables(one.inventory(), Optional.empty()).get(0).notes());
        FakeServer other = new FakeServer()
                .connector("Helpdesk")
                .script("Ticket", ScriptStatus.ACTIVE, "1")
                .bind("Helpdesk", AFTER, 1, "Ticket");
        assertEquals(
                List.of(),
                PipelineView.tables(other.inventory(), Optional.empty()).get(0).notes());
    }

    private static ExecutionLog log(UUID script, String status, Object context, String error) {
        return new ExecutionLog(
                FakeServer.id("log"),
                FakeServer.TENANT,
                script,
                null,
                FakeServer.id("Corporate LDAP"),
                3,
                status,
                true,
                context,
                null,
                error,
                12,
                NOBODY,
                TIME);
    }

    @Test
    void logs() {
        NameLookup names = NameLookup.of(server.inventory());
        ExecutionLog failed = log(
                FakeServer.id("Login name"),
                "failure",
                Map.of("attributes", Map.of("sn", "Müller")),
                "Runtime error: no name (line 3, position 5)");
        golden(
                "logs",
                List.of(
                        LogsView.list(
                                List.of(
                                        failed,
                                        log(NOBODY, "success", null, null),
                                        log(FakeServer.id("never there"), "timeout", null, null)),
                                names),
                        LogsView.detail(failed, names)));
    }

    @Test
    void analytics() {
        Table dashboard = AnalyticsView.dashboard(new Dashboard(
                4,
                3,
                30,
                93.333,
                4.26,
                List.of(
                        new Dashboard.ScriptFigures(FakeServer.id("a"), "a", 10, 9, 0, 3),
                        new Dashboard.ScriptFigures(FakeServer.id("b"), "b", 20, 19, 1, 5.05))));
        List<Table> script = AnalyticsView.script(new ScriptAnalytics(
                FakeServer.id("a"),
                "a",
                11,
                90.9,
                3,
                0,
                List.of(
                        new ScriptAnalytics.Day("2026-02-27", 1, 1, 0, 2),
                        new ScriptAnalytics.Day("2026-03-01", 10, 9, 1, 3.14)),
                List.of(new ScriptAnalytics.TopError("Runtime error: no name", 1, TIME))));
        golden("analytics", List.of(dashboard, script.get(0), script.get(1)));
        assertEquals(
                "0 runs in 30 days, no success rate without runs, 0.0 ms on average; 0 of 0 scripts are active",
                AnalyticsView.dashboard(new Dashboard(0, 0, 0, 0, 0, List.of())).title());
    }

    private static AuditEvent event(String action, UUID script, Object details) {
        return new AuditEvent(
                UUID.randomUUID(), FakeServer.TENANT, script, action, FakeServer.id("jane"), details, TIME);
    }

    @Test
    void auditTrailAlsoOfWhatIsGone() {
        golden(
                "audit",
                List.of(AuditView.table(
                        List.of(
                                event("deleted", FakeServer.id("x"), Map.of("script_name", "Old one")),
                                event(
                                        "bound",
                                        FakeServer.id("Login name"),
                                        Map.of(
                                                "connector_id",
                                                FakeServer.id("gone").toString(),
                                                "binding_id",
                                                FakeServer.id("b").toString())),
                                event(
                                        "version_created",
                                        FakeServer.id("y"),
                                        Map.of("version_number", 3, "change_description", "by hand")),
                                event("activated", null, null)),
                        NameLookup.of(server.inventory()))));
    }

    @Test
    void theDoctorNamesACrowdedHook() {
        for (int order = 1; order <= 9; order++) {
            server.bind("Corporate LDAP", AFTER, order, "Login name");
        }
        Checkup checkup = new Checkup();
        ServerCheckup.examine(checkup, server.inventory(), Map.of(), files.declare());
        String text = String.join(" ", new TableText(Style.PLAIN, 0).render(checkup.table("test")));
        assertTrue(text.contains("hooks with 9 or 10 bindings: 1: Corporate LDAP, after delete."), text);
    }

    @Test
    void theDoctorOnAServer() {
        Checkup checkup = new Checkup();
        StoredVersion stuck =
                new StoredVersion(UUID.randomUUID(), FakeServer.id("Login name"), 3, "", "", NOBODY, TIME);
        ServerCheckup.examine(
                checkup,
                server.inventory(),
                Map.of(FakeServer.id("Login name"), stuck),
                files.connector("Nowhere").declare());
        String id = server.inventory().bindings().stream()
                .filter(binding -> binding.hookPhase() == HookPhase.AFTER)
                .map(binding -> binding.id().toString())
                .findFirst()
                .orElseThrow();
        String steady = "5a0c1b2d-0000-4000-8000-000000000001";
        golden("doctor", List.of(checkup.table("test")), text -> text.replace(id, steady)
                .replace(id.substring(0, CUT), steady.substring(0, CUT)));
        String text = String.join("\n", new TableText(Style.PLAIN, 80).render(checkup.table("test")));
        for (String expected : List.of(
                "test: 1 bad, 5 to look at",
                "not on the server: Nowhere",
                "wedged scripts: 1: Login name. They take no further version",
                "bindings of deleted connectors: 1",
                "scripts without a body: 1: A script with quite a long name",
                "bound scripts that are not active: 1: E-mail address",
                "scripts in no file: 1: A script with quite a long name")) {
            assertTrue(text.replace("\n", " ").contains(expected), expected + " is not in\n" + text);
        }
        assertTrue(checkup.bad() > 0);
    }
}
