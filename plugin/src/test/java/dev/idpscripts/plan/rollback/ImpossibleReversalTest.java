package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a run cannot be taken back, or not all of it: told before anything is changed. */
class ImpossibleReversalTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    private final FakeServer server = new FakeServer()
            .connector("LDAP")
            .script("a", ACTIVE, "1")
            .script("b", ACTIVE, "1")
            .bind("LDAP", HOOK, 10, "a")
            .template("t", "old", CUSTOM, "1", null);

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1").script("b", ACTIVE, "1").connector("LDAP");
    }

    private RecordedRun story(Desired files, Desired... somebody) {
        RecordedRun run = new RecordedRun(server, files);
        for (Desired each : somebody) {
            server.apply(server.plan(each, true));
        }
        return run;
    }

    private static void refuses(String why, RecordedRun run) {
        assertEquals(List.of(why), run.reversal().refusals());
        assertEquals(List.of(), run.reversal().planned());
    }

    private static void remarks(String what, RecordedRun run) {
        assertEquals(List.of(), run.reversal().refusals());
        assertEquals(List.of(what), run.reversal().remarks());
    }

    @Test
    void aPlaceThatAnotherTookSince() {
        refuses(
                "binding LDAP, before create, order 10: in its place there is now b",
                story(files().unbound("LDAP", HOOK, "a"), files().bind("LDAP", HOOK, 10, "b")));
    }

    @Test
    void aPlaceThatAScriptOfTheServersOwnTookSince() {
        RecordedRun run = story(files().unbound("LDAP", HOOK, "a"));
        server.script("own", ACTIVE, "1").system("own").bind("LDAP", HOOK, 10, "own");
        refuses("binding LDAP, before create, order 10: in its place there is now a script of the server", run);
    }

    @Test
    void aPlaceThatAnotherTookAfterItsBindingMoved() {
        RecordedRun run = story(
                files().bind("LDAP", HOOK, 20, "a"),
                files().bind("LDAP", HOOK, 20, "a").bind("LDAP", HOOK, 10, "b"));
        String place = "binding LDAP, before create, order 10: in its place there is now ";
        assertEquals(
                List.of(place),
                run.reversal().refusals().stream()
                        .map(each -> each.replaceAll("[ab]$", ""))
                        .toList());
        assertEquals(List.of(), run.reversal().planned());
    }

    @Test
    void whatSomebodyBoundAgainIsThereAlready() {
        RecordedRun run = story(files().unbound("LDAP", HOOK, "a"), files().bind("LDAP", HOOK, 10, "a"));
        assertEquals(List.of(), run.reversal().refusals());
        assertEquals(List.of(), run.reversal().planned());
    }

    @Test
    void aBindingWhoseScriptIsGone() {
        refuses(
                "binding LDAP, before create, order 10: its script a was deleted since",
                story(
                        files().unbound("LDAP", HOOK, "a"),
                        new Desired().script("b", ACTIVE, "1").connector("LDAP")));
    }

    @Test
    void aBindingWhoseScriptWasMadeAgainByHandRunsThatOne() {
        RecordedRun run = story(
                files().unbound("LDAP", HOOK, "a"),
                new Desired().script("b", ACTIVE, "1").connector("LDAP"),
                files());
        assertEquals(
                List.of("bind binding LDAP, before create, order 10: run R removed it"),
                RecordedRun.told(run.reversal()));
    }

    @Test
    void aScriptThatWasMadeAgainSinceStays() {
        Desired without = new Desired().script("a", ACTIVE, "1").bind("LDAP", HOOK, 10, "a");
        RecordedRun run = story(without, files().bind("LDAP", HOOK, 10, "a"));
        remarks("script b was deleted by that run and is there again, made since", run);
        assertEquals(List.of(), run.reversal().planned());
    }

    @Test
    void aTemplateThatIsGone() {
        Desired bound = files().bind("LDAP", HOOK, 10, "a");
        refuses(
                "template t: it was deleted since",
                story(
                        bound.template("t", null, "new", CUSTOM, "2", null),
                        files().bind("LDAP", HOOK, 10, "a").removedTemplate("t")));
    }

    @Test
    void aTemplateThatWasMadeAgainSinceStays() {
        Desired without = files().bind("LDAP", HOOK, 10, "a").removedTemplate("t");
        Desired again = files().bind("LDAP", HOOK, 10, "a").template("t", null, null, CUSTOM, "3", null);
        RecordedRun run = story(without, again);
        remarks("template t was deleted by that run and is there again, made since", run);
        assertEquals(List.of(), run.reversal().planned());
    }

    /** As after a first try to go back that was cut off. */
    @Test
    void aTemplateOfWhichTheDeletionNeverCameAboutStays() {
        RecordedRun run = story(files().bind("LDAP", HOOK, 10, "a").removedTemplate("t"));
        server.template("t", "old", CUSTOM, "1", null);
        assertEquals(List.of(), run.reversal().planned());
        assertEquals(List.of(), run.reversal().remarks());
    }

    @Test
    void aTemplateWhoseNameWentToOneThatIsNotKnown() {
        Desired files = files().bind("LDAP", HOOK, 10, "a")
                .template("u", "t", null, CUSTOM, "1", null)
                .template("t", null, null, CUSTOM, "2", null);
        refuses(
                "template t: that run took the name from one and gave it to another, whose id is not known; rename that one"
                        + " on the server first",
                story(files).inTheDark());
    }
}
