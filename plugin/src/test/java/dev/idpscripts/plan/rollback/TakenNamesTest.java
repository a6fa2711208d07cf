package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names went from one to another since a run: nobody's is taken for the run's. */
class TakenNamesTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    private final FakeServer server = new FakeServer().connector("LDAP");

    private void rename(String name, String to) {
        StoredNamed named = server.inventory().index().script(name).orElseThrow();
        server.apply(server.plan(new Desired(), false)
                .only(List.of(new PlannedChange(new NamedChange.Rename(named, to), Reason.of("by hand")))));
    }

    @Test
    void namesInACircleAreRefused() {
        server.script("b", INACTIVE, "1").script("c", ACTIVE, "2");
        RecordedRun run = new RecordedRun(
                server, new Desired().script("d", "c", null, ACTIVE, "2").script("c", "b", null, INACTIVE, "1"));
        rename("d", "b");
        assertEquals(
                List.of(
                        "script b: its name is another's now; rename that one on the server first",
                        "script c: its name is another's now; rename that one on the server first"),
                run.reversal().refusals().stream().sorted().toList());
    }

    @Test
    void whatTheRunRenamedIsNotTakenForMadeSince() {
        server.script("a", ACTIVE, "1").script("f", ACTIVE, "2").bind("LDAP", HOOK, 10, "a");
        RecordedRun run =
                new RecordedRun(server, new Desired().connector("LDAP").script("b", "f", null, ACTIVE, "2"));
        rename("b", "a");
        assertEquals(
                List.of(
                        "rename script f: as it was before run R; drift; somebody named it \"a\" since",
                        "create script a: run R removed it",
                        "activate script a: as it was before run R",
                        "bind binding LDAP, before create, order 10: run R removed it"),
                RecordedRun.told(run.reversal()));
    }

    @Test
    void aDraftThatWasMadeSinceIsNotBound() {
        server.script("a", ACTIVE, "1").bind("LDAP", HOOK, 10, "a");
        RecordedRun run = new RecordedRun(server, new Desired().connector("LDAP"));
        server.script("a", DRAFT, "3");
        assertEquals(
                List.of(
                        "binding LDAP, before create, order 10: its script a was made again since, and is a draft, which"
                                + " cannot be bound; activate it first"),
                run.reversal().refusals());
    }

    @Test
    void aBindingOfAScriptThatGoesGoesWithIt() {
        server.script("b", ACTIVE, "1").bind("LDAP", HOOK, 10, "b");
        RecordedRun run = new RecordedRun(
                server,
                new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1").bind("LDAP", HOOK, 20, "b"));
        server.apply(server.plan(
                new Desired()
                        .script("a", ACTIVE, "1")
                        .script("b", ACTIVE, "1")
                        .bind("LDAP", HOOK, 20, "b")
                        .bind("LDAP", HOOK, 10, "a"),
                false));
        assertEquals(List.of(), run.reversal().refusals());
        assertEquals(
                List.of(
                        "unbind binding LDAP, before create, order 10: its script goes, which run R made; drift; somebody"
                                + " bound it since",
                        "move binding LDAP, before create, order 10: as it was before run R",
                        "delete script a: run R made it"),
                RecordedRun.told(run.reversal()));
    }

    @Test
    void aPlaceThatSomebodyTookIsSaidToBeTheirs() {
        server.script("a", ACTIVE, "1").script("b", ACTIVE, "2").bind("LDAP", HOOK, 10, "a");
        Desired files = new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "2");
        RecordedRun run = new RecordedRun(server, files.bind("LDAP", HOOK, 20, "a"));
        server.apply(server.plan(
                new Desired()
                        .script("a", ACTIVE, "1")
                        .script("b", ACTIVE, "2")
                        .bind("LDAP", HOOK, 20, "a")
                        .bind("LDAP", HOOK, 10, "b"),
                false));
        assertEquals(
                List.of("binding LDAP, before create, order 10: in its place there is now b"),
                run.reversal().refusals());
    }
}
