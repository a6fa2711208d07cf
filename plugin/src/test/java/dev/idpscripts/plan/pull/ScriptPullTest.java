package dev.idpscripts.plan.pull;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.plan.pull.PulledScript.becomes;
import static dev.idpscripts.plan.pull.PulledScript.files;
import static dev.idpscripts.plan.pull.PulledScript.server;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which name, description and status a file has after a pull. */
class ScriptPullTest {

    private static final PlanOptions TOUCHED =
            Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("scripts/a.yaml")), Set.of()));

    @Test
    void aStatusThatSomebodySwitchedComesIn() {
        String note = "; note status: active -> inactive";
        KnownServer off = server(INACTIVE).did(US, "created", "a", 1);
        becomes("a, active, text: file's", files("1"), off);
        becomes("a, inactive, text: file's" + note, files("1"), off.did(THEM, "deactivated", "a", 3));
        becomes(
                "a, active, text: file's; conflict status: the file says active, the server inactive, and nothing tells which is newer",
                files("1"),
                server(INACTIVE));
        becomes(
                "a, active, text: file's; note status: draft -> active, since there is no way back to draft",
                new Desired().script("a", null, "text", DRAFT, "1"),
                server(ACTIVE));
    }

    /** It is to be bound, so the plan makes it active first: that says nothing of who wants it so. */
    @Test
    void aScriptThatIsOnlyActiveOnTheWayStaysInactive() {
        FakeServer fake = new FakeServer().connector("LDAP").script("a", INACTIVE, "1");
        Hook hook = new Hook(HookPhase.BEFORE, Operation.CREATE);
        becomes(
                "a, inactive, -: file's",
                new Desired().script("a", INACTIVE, "1").bind("LDAP", hook, 10, "a"),
                new KnownServer(fake));
    }

    @Test
    void aDescriptionThatSomebodyChangedComesInUnlessBothDid() {
        KnownServer described = server(ACTIVE).did(THEM, "updated", "a", 3);
        Desired files = new Desired().script("a", null, "mine", ACTIVE, "1");
        becomes("a, active, text: file's; note description: mine -> text", files, described);
        becomes(
                List.of(
                        "a, active, mine: file's; conflict description: the file says mine, the server text, and both were changed"),
                files,
                described,
                TOUCHED);
        becomes("a, active, -: file's", new Desired().script("a", ACTIVE, "1"), described);
    }

    @Test
    void aNameThatSomebodyChangedComesIn() {
        FakeServer fake = new FakeServer().script("a", ACTIVE, "1");
        fake.apply(fake.plan(new Desired().script("other", "a", null, ACTIVE, "1"), false));
        KnownServer renamed = new KnownServer(fake)
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "created", "a", 1, "script_name", "a")
                .did(THEM, "updated", "a", 3);
        becomes("other, active, -: file's; note name: a -> other", new Desired().script("a", ACTIVE, "1"), renamed);
    }

    @Test
    void aRenameOfTheFilesStays() {
        becomes(
                "b (from a), active, -: file's",
                new Desired().script("b", "a", null, ACTIVE, "1"),
                server(ACTIVE).did(US, "created", "a", 1, "script_name", "a"));
    }

    @Test
    void aScriptOfTheServersOwnIsNotPulledAndWhyIsTold() {
        FakeServer fake =
                new FakeServer().script("a", "theirs", INACTIVE, "2", null).system("a");
        becomes("a, active, text: file's", files("1"), new KnownServer(fake));
        assertEquals(
                List.of(
                        "scripts/a.yaml:1:1: the script \"a\" belongs to the server itself and cannot be changed; give yours another name"),
                PulledWords.pull(files("1"), fake.inventory(), Told.OPTIONS).remarks());
    }

    @Test
    void aStatusThatSomebodySwitchedOnComesInAndADraftIsLeftToPeople() {
        becomes(
                "a, active, text: file's; note status: inactive -> active",
                new Desired().script("a", null, "text", INACTIVE, "1"),
                server(ACTIVE).did(THEM, "activated", "a", 3));
        Hook hook = new Hook(HookPhase.BEFORE, Operation.CREATE);
        becomes(
                "a, inactive, -: file's; conflict status: the file says inactive, the server draft, and nothing tells which is newer",
                new Desired().script("a", INACTIVE, "1").bind("LDAP", hook, 10, "a"),
                new KnownServer(new FakeServer().connector("LDAP").script("a", DRAFT, "1")));
    }

    @Test
    void aDraftInTheFilesIsNotHeldAgainstAScriptOfTheServersOwn() {
        becomes(
                "a, draft, -: file's",
                new Desired().script("a", DRAFT, "1"),
                new KnownServer(new FakeServer().script("a", ACTIVE, "1").system("a")));
    }

    @Test
    void aFormerNameIsOfNoUseOnceSomebodysNameCameIn() {
        FakeServer fake = new FakeServer().script("a", ACTIVE, "1");
        fake.apply(fake.plan(new Desired().script("other", "a", null, ACTIVE, "1"), false));
        KnownServer renamed = new KnownServer(fake)
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "created", "a", 1, "script_name", "a")
                .did(THEM, "updated", "a", 3);
        Desired files = new Desired().script("b", "a", null, ACTIVE, "1");
        becomes(
                List.of("other, active, -: file's; note name: b -> other"),
                files,
                renamed,
                Told.OPTIONS.with(new Commits().then(ONE, files).past()));
    }
}
