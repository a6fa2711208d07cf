package dev.idpscripts.plan.guard;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.model.TemplateCategory.DATA_FORMATTING;
import static dev.idpscripts.plan.guard.TwoScripts.HOOK;
import static dev.idpscripts.plan.guard.TwoScripts.files;
import static dev.idpscripts.plan.guard.TwoScripts.server;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody did to the objects of a plan since it was made, word for word. */
class StaleObjectsTest {

    private static final Hook LATER = new Hook(HookPhase.AFTER, Operation.CREATE);
    private static final BindingSettings OTHER = new BindingSettings(FailurePolicy.CONTINUE, 2, 5, true);
    private static final String BIND = "bind binding LDAP, before create, order 10: ";

    private static Desired template(String name, String from, String description, String body, Object notes) {
        return files().template(name, from, description, CUSTOM, body, notes);
    }

    private static FakeServer templates() {
        return server().template("t", "old", CUSTOM, "1", "n");
    }

    /** What was there, what is planned, what somebody made of it, and what is said then. */
    static Stream<Arguments> stories() {
        return Stream.of(
                row(
                        server(),
                        files().bind("LDAP", HOOK, 10, "a"),
                        files().bind("LDAP", HOOK, 10, "a", OTHER),
                        BIND + "a binding of a was made there meanwhile"),
                row(
                        server(),
                        files().bind("LDAP", HOOK, 10, "a"),
                        files().bind("LDAP", HOOK, 20, "a")
                                .bind("LDAP", LATER, 10, "a")
                                .bind("HR", HOOK, 10, "b")),
                row(
                        server().script("c", ACTIVE, "1"),
                        new Desired()
                                .script("a", ACTIVE, "1")
                                .script("b", ACTIVE, "1")
                                .script("d", "c", null, ACTIVE, "1"),
                        files(),
                        "rename script d: it was deleted"),
                row(
                        server().script("c", ACTIVE, "1"),
                        files().script("c", null, "new", ACTIVE, "1"),
                        files(),
                        "describe script c: it was deleted"),
                row(
                        server().script("c", ACTIVE, "1"),
                        files(),
                        files().script("d", "c", null, ACTIVE, "1"),
                        "delete script c: it was renamed to \"d\""),
                row(
                        templates(),
                        template("u", "t", null, "1", "n"),
                        template("v", "t", null, "1", "n"),
                        "rename template u: it was renamed to \"v\""),
                row(
                        templates(),
                        template("u", "t", null, "1", "n"),
                        template("t", null, null, "1", "n").template("u", null, null, CUSTOM, "1", null),
                        "rename template u: another template has the name \"u\" now"),
                row(
                        server(),
                        template("t", null, "d", "1", "n"),
                        template("t", null, "d", "1", "m"),
                        "create template t: a template of that name was made meanwhile"),
                row(
                        server(),
                        template("t", null, "d", "1", "n"),
                        files().template("t", null, "d", DATA_FORMATTING, "1", "n"),
                        "create template t: a template of that name was made meanwhile"),
                row(
                        server(),
                        template("t", null, "d", "1", "n"),
                        template("t", null, "d", "2", "n"),
                        "create template t: a template of that name was made meanwhile"),
                row(server(), template("t", null, null, "1", "n"), template("t", null, "e", "1", "n")),
                row(
                        templates(),
                        template("t", null, "old", "2", "n"),
                        files().template("t", null, "old", DATA_FORMATTING, "1", "n"),
                        "update template t: it was changed meanwhile"),
                row(
                        templates(),
                        template("t", null, "old", "2", "n"),
                        template("t", null, "old", "1", "m"),
                        "update template t: it was changed meanwhile"),
                row(templates(), template("t", null, "old", "2", "n"), template("t", null, "new", "1", "n")));
    }

    private static Arguments row(FakeServer server, Desired files, Desired somebody, String... said) {
        return Arguments.of(server, files, somebody, List.of(said));
    }

    private static List<String> stale(Plan plan, FakeServer server) {
        return StalenessCheck.compare(plan, server.inventory()).stream()
                .filter(status -> status.state() == ChangeStatus.State.STALE)
                .map(status -> status.change().kind() + " " + status.change().subject() + ": " + status.what())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void saysWhatHappened(FakeServer server, Desired files, Desired somebody, List<String> said) {
        Plan plan = server.plan(files, true);
        assertEquals(List.of(), stale(plan, server));
        server.apply(server.plan(somebody, true));
        assertEquals(said, stale(plan, server));
    }

    @Test
    void aScriptThatSomebodyRenamedIsNotDeleted() {
        FakeServer server = server();
        Plan plan = server.plan(new Desired().script("a", ACTIVE, "1").removed("b"), false);
        server.apply(server.plan(new Desired().script("a", ACTIVE, "1").script("c", "b", null, ACTIVE, "1"), false));
        assertEquals(
                List.of(ChangeStatus.State.STALE),
                StalenessCheck.compare(plan, server.inventory()).stream()
                        .map(ChangeStatus::state)
                        .toList());
    }

    @Test
    void aBindingOfAConnectorThatIsGone() {
        Plan plan = server().plan(files().bind("LDAP", HOOK, 10, "a"), true);
        FakeServer without =
                new FakeServer().connector("HR").script("a", ACTIVE, "1").script("b", ACTIVE, "1");
        assertEquals(List.of(BIND + "the connector LDAP was deleted"), stale(plan, without));
    }

    @Test
    void aScriptThatWasDeletedAndMadeAgainIsAnotherOne() {
        FakeServer server = server();
        Plan plan = server.plan(files().removed("a").script("c", ACTIVE, "1"), true);
        Plan update = server.plan(new Desired().script("a", ACTIVE, "2").script("b", ACTIVE, "1"), true);
        server.apply(server.plan(new Desired().script("b", ACTIVE, "1"), true));
        server.apply(server.plan(files(), true));
        assertEquals(
                List.of("update script a: it was deleted, and another one of that name was made"),
                stale(update, server));
        assertEquals(List.of(), stale(plan, server));
    }
}
