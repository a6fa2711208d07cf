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

/** Who deleted a script, and whose work goes with one that a plan deletes. */
class ScriptExistenceAttributionTest {

    private static final Checkout UNTOUCHED = new Checkout(Map.of(ONE, Set.of("README.md")), Set.of());

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1");
    }

    private static void says(String expected, KnownServer server, Desired files, PlanOptions options) {
        assertEquals(List.of(expected), Told.who(files, server.inventory(), options));
    }

    private static void missing(String expected, KnownServer server, PlanOptions options) {
        assertEquals(
                "create script a: " + expected,
                Told.who(files(), server.inventory(), options).get(0));
    }

    private static KnownServer deleted() {
        return new KnownServer(new FakeServer().script("b", ACTIVE, "1"))
                .did(
                        US,
                        "version_created",
                        "a",
                        2,
                        "change_description",
                        pushed("a", 2, "1", REPOSITORY, ONE).changeDescription(),
                        "version_number",
                        2);
    }

    @Test
    void aScriptThatSomebodyDeletedIsTold() {
        missing("local edit", deleted(), Told.OPTIONS);
        missing(
                "drift; they deleted it on 2026-03-04; from version 2 of commit 1111111",
                deleted().deleted(THEM, "a", 3),
                Told.OPTIONS);
        missing("local edit", deleted().deleted(THEM, "another", 3), Told.OPTIONS);
        missing("local edit", new KnownServer(new FakeServer()).deleted(THEM, "a", 3), Told.OPTIONS);
        missing("local edit", deleted().deleted(US, "a", 3), Told.OPTIONS);
        missing(
                "drift; we, who applies this repository, deleted it on 2026-03-04; from version 2 of commit 1111111",
                deleted().deleted(US, "a", 3),
                Told.OPTIONS.with(UNTOUCHED));
    }

    @Test
    void aScriptThatSomebodyDeletedWhileItsFileWasEditedIsAConflict() {
        KnownServer server = deleted().deleted(THEM, "a", 3);
        Desired edited = new Desired().script("c", "a", null, ACTIVE, "2");
        assertEquals(
                "create script c: conflict; they deleted it on 2026-03-04; from version 2 of commit 1111111",
                Told.who(edited, server.inventory(), Told.OPTIONS).get(0));
    }

    @Test
    void aVersionThatTheTrailDoesNotNumberIsNoBase() {
        KnownServer server = new KnownServer(new FakeServer())
                .did(
                        US,
                        "version_created",
                        "a",
                        2,
                        "change_description",
                        pushed("a", 2, "1", REPOSITORY, ONE).changeDescription(),
                        "version_number",
                        "two")
                .deleted(THEM, "a", 3);
        missing("drift; they deleted it on 2026-03-04", server, Told.OPTIONS);
    }

    private static void goes(String expected, KnownServer server, PlanOptions options) {
        says("delete script a: " + expected, server, new Desired().removed("a"), options);
    }

    private static KnownServer there() {
        return new KnownServer(new FakeServer().script("a", ACTIVE, "1"));
    }

    @Test
    void whatSomebodyDidToAScriptThatGoesIsTold() {
        String base = "; from version 2 of commit 1111111";
        goes("local edit" + base, there().current(pushed("a", 2, "1", REPOSITORY, ONE)), Told.OPTIONS);
        goes(
                "conflict; they pushed version 3 on 2026-03-04: \"quick fix\"" + base,
                there().versions("a", theirs("a", 3, "9"), pushed("a", 2, "1", REPOSITORY, ONE)),
                Told.OPTIONS);
        goes(
                "conflict; they pushed version 2 on 2026-03-03: \"quick fix\"; this repository never pushed it",
                there().versions("a", theirs("a", 2, "9")),
                Told.OPTIONS);
        goes(
                "conflict; they changed its name or description on 2026-03-04",
                there().current(pushed("a", 2, "1", REPOSITORY, ONE)).did(THEM, "updated", "a", 3),
                Told.OPTIONS);
        goes(
                "local edit" + base,
                there().current(pushed("a", 2, "1", REPOSITORY, ONE))
                        .did(THEM, "bound", "a", 3)
                        .did(US, "updated", "a", 4),
                Told.OPTIONS);
    }

    @Test
    void aScriptThatAnotherBranchPushedGoesOnlyWhenThatIsMerged() {
        goes(
                "behind; it was applied from commit bbbbbbb, which is not in this checkout",
                there().current(pushed("a", 2, "1", REPOSITORY, BESIDE)),
                Told.OPTIONS.with(
                        new Commits().then(ONE, new Desired()).lacking(BESIDE).past()));
    }

    /** The newest push of this repository is its base, whatever others pushed or did after it. */
    @Test
    void whatOthersDidBeforeTheDeletionDoesNotHideOurPush() {
        String other = pushed("a", 3, "9", "other", TWO).changeDescription();
        missing(
                "drift; they deleted it on 2026-03-06; from version 2 of commit 1111111",
                deleted()
                        .did(THEM, "version_created", "a", 3, "change_description", other, "version_number", 3)
                        .did(THEM, "updated", "a", 4)
                        .deleted(THEM, "a", 5),
                Told.OPTIONS);
    }

    @Test
    void theDeletionOfAnotherScriptOfOursIsNotThisOnes() {
        String label = pushed("another", 2, "1", REPOSITORY, ONE).changeDescription();
        missing(
                "local edit",
                deleted()
                        .did(US, "version_created", "another", 2, "change_description", label)
                        .deleted(THEM, "another", 3),
                Told.OPTIONS);
    }

    @Test
    void aScriptThatAKnownCommitBesidePushedGoesOnlyWhenThatIsMerged() {
        goes(
                "behind; commit bbbbbbb of Kim, \"other work\", says so, and it is not in this checkout",
                there().current(pushed("a", 2, "1", REPOSITORY, BESIDE)),
                Told.OPTIONS.with(new Commits()
                        .then(ONE, new Desired())
                        .beside(BESIDE, files())
                        .past()));
    }
}
