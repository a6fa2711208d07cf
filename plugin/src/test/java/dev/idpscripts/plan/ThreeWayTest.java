package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.guard.Brakes;
import dev.idpscripts.report.json.PlanJson;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.PlanText;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Golden;
import dev.idpscripts.testing.Steady;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which files and server can have changed since the last apply: what the plan says, and what apply does. */
class ThreeWayTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final String LDAP = "Corporate LDAP";

    /** What happened to the files. */
    enum Local {
        UNCHANGED,
        EDITED,
        DELETED,
        RENAMED,
        NEW
    }

    /** What happened on the server. */
    enum There {
        UNCHANGED,
        NEW_VERSION_BY_US,
        NEW_VERSION_BY_SOMEBODY,
        DELETED,
        RENAMED,
        DEACTIVATED,
        ROLLED_BACK,
        UNBOUND,
        OTHER_SETTINGS,
        OTHER_ORDER;

        boolean isOfBinding() {
            return compareTo(UNBOUND) >= 0;
        }
    }

    static Stream<Arguments> cells() {
        return Stream.of(Local.values())
                .flatMap(local -> Stream.of(There.values()).map(there -> Arguments.of(local, there)));
    }

    @ParameterizedTest(name = "{0} here, {1} there")
    @MethodSource("cells")
    void isTold(Local local, There there) throws IOException {
        try (Sandbox sandbox = Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of(LDAP)))) {
            Client us = new Client(sandbox, true);
            Client colleague = Client.colleague(sandbox);
            if (local != Local.NEW) {
                us.apply(us.plan(files("let a = 1;\n")));
                us.apply(us.plan(files("let a = 2;\n")));
                happens(there, us.server(), colleague.server());
            } else {
                somebodyMakesIt(there, us.server(), colleague.server());
            }
            Declarations wanted = wanted(local);
            Plan plan = us.plan(wanted);
            String cell = "three-way/" + word(local) + "-" + word(there);
            PlanMetadata made = new PlanMetadata(Instant.EPOCH, Provenance.NO_COMMIT, "", "a test", "0.1.0");
            Golden.check(cell + ".json", Steady.text(PlanJson.render(plan, made)));
            String outcome = apply(us, plan, wanted);
            Golden.check(cell + ".txt", Steady.text(text(plan) + "\n\n" + outcome + "\n"));
            isInTheTable(local, there, plan, outcome);
        }
    }

    private static String word(Enum<?> value) {
        return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Declarations files(String body) {
        return new Desired().script("A", ACTIVE, body).bind(LDAP, HOOK, 10, "A").declare();
    }

    private static Declarations wanted(Local local) {
        return switch (local) {
            case UNCHANGED -> files("let a = 2;\n");
            case EDITED, NEW -> files("let a = 3;\n");
            case DELETED -> new Desired().connector(LDAP).declare();
            case RENAMED ->
                new Desired()
                        .script("B", "A", null, ACTIVE, "let a = 2;\n")
                        .bind(LDAP, HOOK, 10, "B")
                        .declare();
        };
    }

    private static void happens(There there, Server us, Server colleague) {
        StoredScript script = us.scripts().byName("A").orElseThrow();
        switch (there) {
            case UNCHANGED -> {}
            case NEW_VERSION_BY_US -> push(us, script, "let a = 4;\n", true);
            case NEW_VERSION_BY_SOMEBODY -> push(colleague, script, "let a = 9;\n", false);
            case DELETED -> delete(colleague, script);
            case RENAMED -> colleague.scripts().rename(script.id(), "A", "Renamed by hand");
            case DEACTIVATED -> colleague.scripts().deactivate(script.id(), "A");
            case ROLLED_BACK -> colleague.versions().rollback(script.id(), "A", 2, "the new one broke logins");
            default ->
                rebind(
                        there,
                        colleague,
                        colleague.bindings().ofScript(script.id()).get(0));
        }
    }

    private static void rebind(There there, Server by, StoredBinding binding) {
        Slot slot = new Slot(LDAP, HOOK, binding.executionOrder());
        switch (there) {
            case UNBOUND -> by.bindings().unbind(binding.id(), slot);
            case OTHER_SETTINGS ->
                by.bindings().rebind(binding.id(), slot, new BindingSettings(FailurePolicy.CONTINUE, 2, 5, true));
            default -> by.bindings().move(binding.id(), slot, 70);
        }
    }

    /** The script that is new in the files was on the server before, and never this repository's. */
    private static void somebodyMakesIt(There there, Server us, Server colleague) {
        if (there == There.UNCHANGED) {
            return;
        }
        Server maker = there == There.NEW_VERSION_BY_US ? us : colleague;
        StoredScript script = maker.scripts().create("A", Optional.empty());
        push(maker, script, "let a = 1;\n", there == There.NEW_VERSION_BY_US);
        switch (there) {
            case DELETED -> maker.scripts().delete(script.id(), "A");
            case RENAMED -> maker.scripts().rename(script.id(), "A", "Renamed by hand");
            case DEACTIVATED -> {
                maker.scripts().activate(script.id(), "A");
                maker.scripts().deactivate(script.id(), "A");
            }
            case ROLLED_BACK -> {
                push(maker, script, "let a = 9;\n", false);
                maker.versions().rollback(script.id(), "A", 2, "");
            }
            default -> {}
        }
        if (there.isOfBinding()) {
            maker.scripts().activate(script.id(), "A");
            UUID connector = maker.connectors().all().get(0).id();
            rebind(
                    there,
                    maker,
                    maker.bindings()
                            .bind(script.id(), "A", connector, new Slot(LDAP, HOOK, 10), BindingSettings.DEFAULT));
        }
    }

    private static void push(Server server, StoredScript script, String body, boolean ours) {
        String label = ours
                ? Provenance.of("from another checkout", FakeServer.REPOSITORY, Provenance.NO_COMMIT, new Body(body))
                        .format()
                : "quick fix";
        server.versions().push(script.id(), script.name(), new Body(body), label);
    }

    private static void delete(Server server, StoredScript script) {
        for (StoredBinding binding : server.bindings().ofScript(script.id())) {
            server.bindings().unbind(binding.id(), new Slot(LDAP, binding.hook(), binding.executionOrder()));
        }
        server.scripts().delete(script.id(), script.name());
    }

    private static String text(Plan plan) {
        Style plain = new Style(false);
        FindingsText places = new FindingsText(plain, origin -> Optional.empty());
        return String.join("\n", new PlanText(plain, places, Verbosity.NORMAL, false, 0).render(plan));
    }

    private static String apply(Client us, Plan plan, Declarations wanted) {
        try {
            new Brakes(Guards.NONE, "false", GoalCommand.of("apply")).check(plan);
        } catch (UserError e) {
            return "apply refuses: " + e.getMessage();
        }
        ApplyResult applied = us.apply(plan);
        assertTrue(applied.isComplete(), () -> applied.results().toString());
        assertEquals(List.of(), us.plan(wanted).changes());
        return "apply: " + applied.results().size() + " changes, and the next plan is empty";
    }

    /** specs/three-way.md has a row for each cell, and it is true. */
    private static void isInTheTable(Local local, There there, Plan plan, String outcome) throws IOException {
        String cell = word(local) + "-" + word(there);
        String kinds = plan.changes().stream()
                .map(Change::kind)
                .map(Change.Kind::toString)
                .collect(Collectors.joining(", "));
        String causes = plan.planned().stream()
                .map(each -> each.cause().toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String row = "| " + words(local) + " | " + words(there) + " | " + (kinds.isEmpty() ? "nothing" : kinds) + " | "
                + (causes.isEmpty() ? "-" : causes) + " | "
                + (outcome.startsWith("apply refuses") ? "refuses" : kinds.isEmpty() ? "nothing to do" : "applies")
                + " | [text](../plugin/src/test/resources/golden/three-way/" + cell
                + ".txt), [JSON](../plugin/src/test/resources/golden/three-way/" + cell + ".json) |";
        assertTrue(Files.readString(Path.of("../specs/three-way.md")).contains(row + "\n"), row);
    }

    private static String words(Enum<?> value) {
        return word(value).replace('-', ' ');
    }
}
