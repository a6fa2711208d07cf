package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.model.TemplateCategory.DATA_FORMATTING;
import static dev.idpscripts.plan.rollback.OneScript.BEFORE;
import static dev.idpscripts.plan.rollback.OneScript.HOOK;
import static dev.idpscripts.plan.rollback.OneScript.PLACE;
import static dev.idpscripts.plan.rollback.OneScript.files;
import static dev.idpscripts.plan.rollback.OneScript.server;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Holding;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of thing that a run does is taken back, word for word, and then all is as it was. */
class UndoneRunTest {

    private static final BindingSettings SLOW = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);

    /** What was there, what the run made of it, and how it is taken back. */
    static Stream<Arguments> runs() {
        return Stream.of(
                row(server(), files()),
                row(
                        new FakeServer().script("a", "old", INACTIVE, "1", FakeServer.REPOSITORY),
                        new Desired().script("b", "a", "new", ACTIVE, "1"),
                        "rename script a" + BEFORE,
                        "describe script a" + BEFORE,
                        "deactivate script a" + BEFORE),
                row(server(), new Desired().script("a", INACTIVE, "1").connector("LDAP"), "activate script a" + BEFORE),
                row(
                        server(),
                        files().script("b", ACTIVE, "2")
                                .bind("LDAP", HOOK, 20, "b")
                                .bind("LDAP", HOOK, 10, "a"),
                        "unbind" + PLACE + "10: run R made it",
                        "unbind" + PLACE + "20: run R made it",
                        "delete script b: run R made it"),
                row(
                        server().script("b", "text", INACTIVE, "2", FakeServer.REPOSITORY)
                                .bind("LDAP", HOOK, 20, "b", SLOW),
                        files(),
                        "create script b: run R removed it",
                        "activate script b" + BEFORE,
                        "bind" + PLACE + "20: run R removed it",
                        "deactivate script b" + BEFORE),
                row(
                        server().bind("LDAP", HOOK, 10, "a", SLOW),
                        files().bind("LDAP", HOOK, 20, "a"),
                        "move" + PLACE + "10" + BEFORE,
                        "rebind" + PLACE + "10" + BEFORE),
                row(
                        server().bind("LDAP", HOOK, 10, "a", SLOW),
                        files().unbound("LDAP", HOOK, "a"),
                        "bind" + PLACE + "10: run R removed it"),
                row(
                        server().template("t", "old", CUSTOM, "1", Map.of("k", "v")),
                        files().template("u", "t", "new", DATA_FORMATTING, "2", Map.of("k", "w"))
                                .template("made", null, null, CUSTOM, "3", null),
                        "rename template t" + BEFORE,
                        "update template t" + BEFORE,
                        "describe template t" + BEFORE,
                        "delete template made: run R made it"),
                row(
                        server().template("t", "old", CUSTOM, "1", Map.of("k", "v")),
                        files().removedTemplate("t"),
                        "create template t: run R removed it"),
                row(
                        server().template("t", null, CUSTOM, "1", null),
                        files().template("u", "t", null, CUSTOM, "1", null)
                                .template("t", null, null, CUSTOM, "2", null),
                        "rename template t (made by R): it steps aside until it goes, for its name is an older one's",
                        "rename template t" + BEFORE,
                        "delete template t (made by R): run R made it"),
                row(
                        server(),
                        new Desired()
                                .script("b", "a", null, ACTIVE, "1")
                                .script("a", ACTIVE, "2")
                                .connector("LDAP"),
                        "rename script a (made by R): it steps aside until it goes, for its name is an older one's",
                        "rename script a" + BEFORE,
                        "delete script a (made by R): run R made it"));
    }

    /** Several of a kind, and what is declared beside them. */
    static Stream<Arguments> more() {
        return Stream.of(
                row(
                        server().script("b", ACTIVE, "1"),
                        new Desired().script("c", "a", "x", ACTIVE, "1").script("d", "b", "y", ACTIVE, "1"),
                        "rename script a" + BEFORE,
                        "rename script b" + BEFORE,
                        "describe script a" + BEFORE,
                        "describe script b" + BEFORE),
                row(
                        server().script("b", ACTIVE, "1")
                                .bind("LDAP", HOOK, 10, "a")
                                .bind("LDAP", HOOK, 20, "b"),
                        files().script("b", ACTIVE, "1")
                                .bind("LDAP", HOOK, 10, "b")
                                .bind("LDAP", HOOK, 20, "a"),
                        "move" + PLACE + "1" + BEFORE,
                        "move" + PLACE + "20" + BEFORE,
                        "move" + PLACE + "10" + BEFORE),
                row(
                        server().connector("HR").bind("LDAP", HOOK, 10, "a").bind("HR", HOOK, 20, "a", SLOW),
                        files().connector("HR").unbound("LDAP", HOOK, "a").unbound("HR", HOOK, "a"),
                        "bind binding HR, before create, order 20: run R removed it",
                        "bind" + PLACE + "10: run R removed it"),
                row(
                        new FakeServer()
                                .connector("LDAP")
                                .script("a", INACTIVE, "1")
                                .bind("LDAP", HOOK, 10, "a"),
                        new Desired().script("a", INACTIVE, "1").unbound("LDAP", HOOK, "a"),
                        "activate script a" + BEFORE,
                        "bind" + PLACE + "10: run R removed it",
                        "deactivate script a" + BEFORE));
    }

    private static Arguments row(FakeServer server, Desired files, String... told) {
        return Arguments.of(server, files, List.of(told));
    }

    private static Holding held(FakeServer server) {
        return Holding.held(server.inventory(), new Desired().declare());
    }

    @ParameterizedTest
    @MethodSource({"runs", "more"})
    void isTakenBack(FakeServer server, Desired files, List<String> told) {
        Holding before = held(server);
        RecordedRun run = new RecordedRun(server, files);
        assertEquals(told, RecordedRun.told(run.reversal()));
        assertEquals(List.of(), run.reversal().refusals());
        assertEquals(List.of(), run.reversal().remarks());
        assertEquals(List.of(), run.overtaken());
        run.undo();
        assertEquals(before, held(server));
    }
}
