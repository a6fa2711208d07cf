package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.BESIDE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Who gave a script another name: here, there, or both. */
class ScriptNameAttributionTest {

    private static final Checkout UNTOUCHED = new Checkout(Map.of(ONE, Set.of("README.md")), Set.of());

    /** Somebody renamed what we made as a. */
    private static KnownServer renamed() {
        FakeServer server = new FakeServer().script("a", ACTIVE, "1");
        server.apply(server.plan(new Desired().script("other", "a", null, ACTIVE, "1"), false));
        return new KnownServer(server)
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "created", "a", 1, "script_name", "a");
    }

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1");
    }

    private static void says(String expected, KnownServer server, Desired files, PlanOptions options) {
        assertEquals(List.of(expected), Told.who(files, server.inventory(), options));
    }

    @Test
    void aScriptThatSomebodyRenamedGetsItsNameBack() {
        says(
                "rename script a: drift; they renamed it to other on 2026-03-04",
                renamed().did(THEM, "updated", "a", 3),
                files(),
                Told.OPTIONS);
        says("rename script a: unknown; the audit trail does not tell", renamed(), files(), Told.OPTIONS);
    }

    @Test
    void aNameThatBothChangedIsAConflict() {
        says(
                "rename script b: conflict; they renamed it to other on 2026-03-04",
                renamed().did(THEM, "updated", "a", 3),
                new Desired().script("b", "a", null, ACTIVE, "1"),
                Told.OPTIONS);
    }

    @Test
    void commitsTellWhoseANameIs() {
        KnownServer server = renamed().did(THEM, "updated", "a", 3);
        Desired named = new Desired().script("other", ACTIVE, "1");
        String they = "; they renamed it to other on 2026-03-04";
        says(
                "rename script a: local edit",
                server,
                files(),
                Told.OPTIONS.with(
                        new Commits().then(ONE, files()).then(TWO, named).past()));
        says(
                "rename script a: drift" + they + "; it is again as commit 2222222 of Jo, \"work\", said",
                server,
                files(),
                Told.OPTIONS.with(
                        new Commits().then(TWO, named).then(ONE, files()).past()));
        says(
                "rename script a: behind" + they
                        + "; commit bbbbbbb of Kim, \"other work\", says so, and it is not in this checkout",
                server,
                files(),
                Told.OPTIONS.with(
                        new Commits().then(ONE, files()).beside(BESIDE, named).past()));
        says(
                "rename script a: drift" + they,
                server,
                files(),
                Told.OPTIONS.with(new Commits().then(ONE, files()).past()));
    }

    @Test
    void aScriptThatIsRenamedByTheFilesIsALocalEditUnlessSomebodyNamedItSoSince() {
        Desired files = new Desired().script("b", "a", null, ACTIVE, "1");
        KnownServer server = new KnownServer(new FakeServer().script("a", ACTIVE, "1"))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "created", "a", 1, "script_name", "a");
        says("rename script b: local edit", server, files, Told.OPTIONS.with(UNTOUCHED));
        server.did(THEM, "updated", "a", 3);
        says("rename script b: drift; they named it a on 2026-03-04", server, files, Told.OPTIONS.with(UNTOUCHED));
        says("rename script b: local edit", server, files, Told.OPTIONS);
    }

    @Test
    void aPushThatCameAfterTheNewNameDoesNotJudgeIt() {
        Desired named = new Desired().script("other", ACTIVE, "1");
        says(
                "rename script a: local edit",
                renamed().did(THEM, "updated", "a", 1),
                files(),
                Told.OPTIONS.with(
                        new Commits().then(TWO, named).then(ONE, files()).past()));
        says(
                "rename script a: conflict; they renamed it to other on 2026-03-04",
                renamed().did(THEM, "updated", "a", 3),
                files(),
                Told.OPTIONS.with(new Commits()
                        .then(ONE, new Desired().script("x", ACTIVE, "1"))
                        .then(TWO, files())
                        .past()));
    }

    @Test
    void onlyAnUpdateGivesANameBack() {
        Desired files = new Desired().script("b", "a", null, ACTIVE, "1");
        KnownServer server = new KnownServer(new FakeServer().script("a", ACTIVE, "1"))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(THEM, "bound", "a", 3);
        says("rename script b: local edit", server, files, Told.OPTIONS.with(UNTOUCHED));
    }
}
