package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.BESIDE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import org.junit.jupiter.api.Test;

/** A script is looked for in commits under each name that it had, and under none that is another's by now. */
class FormerNamesTest {

    private static final String AGAIN = "; it is again as commit 2222222 of Jo, \"work\", said";
    private static final String THEY =
            "; they pushed version 3 on 2026-03-04: \"quick fix\"; from version 2 of commit 1111111";

    private static KnownServer server(FakeServer fake) {
        return new KnownServer(fake).versions("a", theirs("a", 3, "9"), pushed("a", 2, "2", REPOSITORY, ONE));
    }

    private static KnownServer server() {
        return server(new FakeServer().script("a", ACTIVE, "1"));
    }

    private static void says(String expected, KnownServer server, Desired files, Commits commits) {
        assertEquals(
                "update script a: " + expected,
                Told.who(files, server.inventory(), Told.OPTIONS.with(commits.past())).stream()
                        .filter(line -> line.startsWith("update script a:"))
                        .findFirst()
                        .orElseThrow());
    }

    private static Desired script(String name, String body) {
        return new Desired().script(name, ACTIVE, body);
    }

    @Test
    void theNameThatOnlyTheFileSaysItHadCounts() {
        says(
                "drift" + THEY + AGAIN,
                server(),
                new Desired().script("a", "was", null, ACTIVE, "mine"),
                new Commits().then(TWO, script("was", "9")).then(ONE, script("a", "2")));
        says(
                "conflict" + THEY,
                server(),
                script("a", "mine"),
                new Commits().then(TWO, script("was", "9")).then(ONE, script("a", "2")));
    }

    @Test
    void theNameThatItWasMadeWithCounts() {
        says(
                "drift" + THEY + AGAIN,
                server().did(US, "created", "a", 1, "script_name", "first"),
                script("a", "mine"),
                new Commits().then(TWO, script("first", "9")).then(ONE, script("a", "2")));
    }

    @Test
    void aNameThatIsAnothersByNowDoesNotCount() {
        says(
                "conflict" + THEY,
                server(new FakeServer().script("a", ACTIVE, "1").script("was", ACTIVE, "1")),
                script("was", "1").script("a", "was", null, ACTIVE, "mine"),
                new Commits().then(TWO, script("was", "9")).then(ONE, script("a", "2")));
    }

    @Test
    void aCommitThatSaysItWasRenamedToWhatIsAnothersNowStillSpokeOfIt() {
        says(
                "local edit; from version 2 of commit 1111111",
                server(new FakeServer().script("a", ACTIVE, "1").script("b", ACTIVE, "1")),
                script("b", "1").script("a", ACTIVE, "mine"),
                new Commits().then(ONE, script("a", "2")).then(TWO, new Desired().script("b", "a", null, ACTIVE, "9")));
    }

    @Test
    void anOlderPushFromElsewhereDoesNotLeaveTheCheckoutBehind() {
        KnownServer server = server().versions(
                        "a",
                        theirs("a", 3, "9"),
                        pushed("a", 2, "2", REPOSITORY, ONE),
                        pushed("a", 1, "0", REPOSITORY, BESIDE));
        says(
                "conflict" + THEY,
                server,
                script("a", "mine"),
                new Commits().then(ONE, script("a", "2")).lacking(BESIDE));
    }

    @Test
    void whatWasPushedFromThisHistoryIsOursThoughItsCommitSaysSomethingElse() {
        says(
                "local edit; from version 2 of commit 1111111",
                server().versions("a", pushed("a", 2, "9", REPOSITORY, ONE)),
                script("a", "mine"),
                new Commits().then(TWO, script("a", "9")).then(ONE, script("a", "2")));
    }

    @Test
    void whatAnotherBranchSaysOfAScriptThatWasNeverOursIsTold() {
        says(
                "behind; they pushed version 3 on 2026-03-04: \"quick fix\"; commit bbbbbbb of Kim, \"other work\", says so, and it is"
                        + " not in this checkout",
                server().versions("a", theirs("a", 3, "9")),
                script("a", "mine"),
                new Commits().then(ONE, script("a", "2")).beside(BESIDE, script("a", "9")));
    }

    @Test
    void onlyTheEventOfItsMakingTellsTheFirstName() {
        FakeServer fake = new FakeServer().script("a", ACTIVE, "1");
        fake.apply(fake.plan(new Desired().script("other", "a", null, ACTIVE, "1"), false));
        KnownServer server = new KnownServer(fake)
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "created", "a", 1, "script_name", "a")
                .did(THEM, "updated", "a", 3, "script_name", "other");
        assertEquals(
                "rename script a: drift; they renamed it to other on 2026-03-04",
                Told.who(script("a", "1"), server.inventory(), Told.OPTIONS).get(0));
    }

    @Test
    void aBindingIsFoundByTheNameThatItsScriptStillHasOnTheServer() {
        Hook hook = new Hook(HookPhase.BEFORE, Operation.CREATE);
        BindingSettings slow = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);
        KnownServer server = new KnownServer(new FakeServer()
                        .connector("LDAP")
                        .script("a", ACTIVE, "1")
                        .bind("LDAP", hook, 20, "a", slow))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .changed(1, 3);
        Desired files = script("a", "2").script("b", "a", null, ACTIVE, "1").bind("LDAP", hook, 20, "b");
        Commits commits = new Commits().then(ONE, script("a", "1").bind("LDAP", hook, 20, "a", slow));
        assertEquals(
                "rebind binding LDAP, before create, order 20: local edit",
                Told.who(files, server.inventory(), Told.OPTIONS.with(commits.past())).stream()
                        .filter(line -> line.startsWith("rebind"))
                        .findFirst()
                        .orElseThrow());
    }
}
