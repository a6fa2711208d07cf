package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.plan.rollback.OneScript.BEFORE;
import static dev.idpscripts.plan.rollback.OneScript.HOOK;
import static dev.idpscripts.plan.rollback.OneScript.PLACE;
import static dev.idpscripts.plan.rollback.OneScript.files;
import static dev.idpscripts.plan.rollback.OneScript.server;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Holding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run that is taken back leaves as it is, and what cannot be had again. */
class UndoneBesideTest {

    private static Holding held(FakeServer server) {
        return Holding.held(server.inventory(), new Desired().declare());
    }

    @Test
    void aBodyIsNotTakenBackHere() {
        RecordedRun run = new RecordedRun(server(), new Desired().script("a", ACTIVE, "2"));
        assertEquals(List.of(), RecordedRun.told(run.reversal()));
    }

    @Test
    void aDraftThatStayedOneIsOneAgain() {
        FakeServer server = new FakeServer().script("a", "old", DRAFT, "1", FakeServer.REPOSITORY);
        RecordedRun run = new RecordedRun(server, new Desired().script("a", null, "new", DRAFT, "1"));
        assertEquals(List.of("describe script a" + BEFORE), RecordedRun.told(run.reversal()));
        assertEquals(List.of(), run.reversal().remarks());
    }

    @Test
    void annotationsThatTheServerCannotTakeAwayAreTold() {
        FakeServer server = new FakeServer().template("t", null, CUSTOM, "1", null);
        RecordedRun run = new RecordedRun(server, new Desired().template("t", null, null, CUSTOM, "2", "notes"));
        assertEquals(List.of("update template t" + BEFORE), RecordedRun.told(run.reversal()));
        assertEquals(
                List.of("template t keeps its annotations, which the server cannot take away"),
                run.reversal().remarks());
    }

    @Test
    void aRunThatMadeAScriptActiveOnlyForItsBindingLeavesNothing() {
        FakeServer server = new FakeServer().connector("LDAP").script("a", INACTIVE, "1");
        Holding before = held(server);
        RecordedRun run =
                new RecordedRun(server, new Desired().script("a", INACTIVE, "1").bind("LDAP", HOOK, 10, "a"));
        assertEquals(List.of("unbind" + PLACE + "10: run R made it"), RecordedRun.told(run.reversal()));
        run.undo();
        assertEquals(before, held(server));
    }

    @Test
    void otherBindingsOnAHookThatTheRunTouchedStay() {
        Hook later = new Hook(HookPhase.AFTER, Operation.CREATE);
        FakeServer server = server().connector("HR")
                .script("c", null, INACTIVE, "1", null)
                .bind("LDAP", HOOK, 10, "a")
                .bind("LDAP", later, 10, "a")
                .bind("HR", HOOK, 10, "a")
                .bind("LDAP", HOOK, 20, "c");
        Holding before = held(server);
        RecordedRun run = new RecordedRun(
                server,
                files().bind("LDAP", HOOK, 10, "a")
                        .bind("LDAP", later, 10, "a")
                        .bind("HR", HOOK, 10, "a")
                        .bind("LDAP", HOOK, 30, "a"));
        assertEquals(List.of("unbind" + PLACE + "30: run R made it"), RecordedRun.told(run.reversal()));
        run.undo();
        assertEquals(before, held(server));
    }
}
