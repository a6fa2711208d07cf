package dev.idpscripts.plan.guard;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.plan.guard.ChangeStatus.State.PENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of each kind of change if nobody, this plan, or somebody was at the server since the plan was made. */
class StalenessTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings OTHER = new BindingSettings(FailurePolicy.CONTINUE, 2, 5, true);
    private static final BindingSettings THIRD = new BindingSettings(FailurePolicy.ABORT, 1, 9, true);

    private static FakeServer empty() {
        return new FakeServer().connector("LDAP");
    }

    private static FakeServer held() {
        return empty().script("A", ACTIVE, "1");
    }

    private static FakeServer bound() {
        return held().bind("LDAP", HOOK, 10, "A");
    }

    private static FakeServer templates() {
        return empty().template("T", "old", CUSTOM, "1", null);
    }

    private static Desired files() {
        return new Desired();
    }

    private static Desired script(String body) {
        return files().script("A", ACTIVE, body);
    }

    private static Desired template(String description, String body) {
        return files().template("T", null, description, CUSTOM, body, null);
    }

    /** Server, files, what somebody makes of it, and what is said then. */
    static Stream<Arguments> changes() {
        return Stream.of(
                row(
                        "create",
                        empty(),
                        script("1"),
                        script("2"),
                        "create script A: a script of that name was made meanwhile, activate script A: done"),
                row(
                        "create, made as wanted",
                        empty(),
                        script("1"),
                        script("1"),
                        "create script A: done, activate script A: done"),
                row(
                        "update",
                        held(),
                        script("2"),
                        script("3"),
                        "update script A: user " + FakeServer.TENANT
                                + " pushed version 3 from repository acme on 2026-03-01 00:00 UTC: \"s\"; the server has version 3, the plan was made for version 2"),
                row("update, gone", held(), script("2"), files(), "update script A: it was deleted"),
                row(
                        "activate",
                        empty().script("A", INACTIVE, "1"),
                        script("1"),
                        script("1"),
                        "activate script A: done"),
                row(
                        "activate, gone",
                        empty().script("A", INACTIVE, "1"),
                        script("1"),
                        files(),
                        "activate script A: it was deleted"),
                row(
                        "activate, edited",
                        empty().script("A", DRAFT, "1"),
                        script("1"),
                        files().script("A", INACTIVE, "1"),
                        "activate script A: it was made inactive meanwhile"),
                row(
                        "deactivate",
                        held(),
                        files().script("A", INACTIVE, "1"),
                        files(),
                        "deactivate script A: it was deleted"),
                row(
                        "delete, newer",
                        held(),
                        files(),
                        script("2"),
                        "delete script A: user " + FakeServer.TENANT
                                + " pushed version 3 from repository acme on 2026-03-01 00:00 UTC: \"s\"; the server has version 3, the plan was made for version 2"),
                row(
                        "delete, switched off",
                        held(),
                        files(),
                        files().script("A", INACTIVE, "1"),
                        "delete script A: it was made inactive meanwhile"),
                row("delete, gone", held(), files(), files(), "delete script A: done"),
                row(
                        "rename",
                        held(),
                        files().script("B", "A", null, ACTIVE, "1"),
                        files().script("C", "A", null, ACTIVE, "1"),
                        "rename script B: it was renamed to \"C\""),
                row(
                        "rename, taken",
                        held(),
                        files().script("B", "A", null, ACTIVE, "1"),
                        script("1").script("B", ACTIVE, "2"),
                        "rename script B: another script has the name \"B\" now"),
                row(
                        "describe",
                        held(),
                        files().script("A", null, "new", ACTIVE, "1"),
                        files().script("A", null, "other", ACTIVE, "1"),
                        "describe script A: its description was changed to \"other\""),
                row(
                        "bind",
                        held(),
                        script("1").bind("LDAP", HOOK, 10, "A"),
                        script("1").bind("LDAP", HOOK, 10, "A"),
                        "bind LDAP, before create, order 10: done"),
                row(
                        "bind, taken",
                        held(),
                        script("1").bind("LDAP", HOOK, 10, "A"),
                        script("1").script("B", ACTIVE, "2").bind("LDAP", HOOK, 10, "B"),
                        "bind LDAP, before create, order 10: a binding of B was made there meanwhile"),
                row(
                        "bind, gone",
                        held(),
                        script("1").bind("LDAP", HOOK, 10, "A"),
                        files(),
                        "bind LDAP, before create, order 10: the script A was deleted"),
                row(
                        "rebind",
                        bound(),
                        script("1").bind("LDAP", HOOK, 10, "A", OTHER),
                        script("1").bind("LDAP", HOOK, 10, "A", THIRD),
                        "rebind LDAP, before create, order 10: it was changed to on failure abort, up to 1 retry, timeout 9 s"),
                row(
                        "rebind, gone",
                        bound(),
                        script("1").bind("LDAP", HOOK, 10, "A", OTHER),
                        script("1"),
                        "rebind LDAP, before create, order 10: it was removed, or removed and made again"),
                row(
                        "move",
                        bound(),
                        script("1").bind("LDAP", HOOK, 20, "A"),
                        script("1").bind("LDAP", HOOK, 30, "A"),
                        "move LDAP, before create, order 20: it was moved to order 30"),
                row(
                        "move, gone",
                        bound(),
                        script("1").bind("LDAP", HOOK, 20, "A"),
                        script("1"),
                        "move LDAP, before create, order 20: it was removed, or removed and made again"),
                row(
                        "unbind",
                        bound(),
                        script("1").connector("LDAP"),
                        script("1").bind("LDAP", HOOK, 10, "A", OTHER),
                        "unbind LDAP, before create, order 10: it was changed meanwhile"),
                row(
                        "unbind, moved",
                        bound(),
                        script("1").connector("LDAP"),
                        script("1").bind("LDAP", HOOK, 20, "A"),
                        "unbind LDAP, before create, order 10: it was changed meanwhile"),
                row(
                        "create a template",
                        empty(),
                        template("d", "1"),
                        template("e", "1"),
                        "create template T: a template of that name was made meanwhile"),
                row(
                        "update a template",
                        templates(),
                        template("old", "2"),
                        template("old", "3"),
                        "update template T: it was changed meanwhile"),
                row(
                        "update a template, gone",
                        templates(),
                        template("old", "2"),
                        files().removedTemplate("T"),
                        "update template T: it was deleted"),
                row(
                        "describe a template",
                        templates(),
                        template("new", "1"),
                        template("other", "1"),
                        "describe template T: its description was changed to \"other\""),
                row(
                        "delete a template",
                        templates(),
                        files().removedTemplate("T"),
                        template("old", "2"),
                        "delete template T: it was changed meanwhile"));
    }

    private static Arguments row(String name, FakeServer server, Desired files, Desired somebody, String said) {
        return Arguments.of(name, server, files, somebody, said);
    }

    private static String said(Plan plan, FakeServer server) {
        return StalenessCheck.compare(plan, server.inventory()).stream()
                .map(status -> status.change().kind() + " "
                        + status.change().subject().toString().replaceFirst("^binding ", "") + ": "
                        + switch (status.state()) {
                            case STALE -> status.what();
                            case DONE -> "done";
                            case PENDING -> "pending";
                        })
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void tellsWhatBecameOfIt(String name, FakeServer server, Desired files, Desired somebody, String said) {
        Plan plan = server.plan(files, true);
        assertTrue(
                StalenessCheck.compare(plan, server.inventory()).stream().allMatch(status -> status.state() == PENDING),
                name);
        server.apply(server.plan(somebody, true));
        assertEquals(said, said(plan, server));
    }
}
