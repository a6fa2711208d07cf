package dev.idpscripts.plan.pull;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.model.TemplateCategory.DATA_FORMATTING;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the files say of templates after a pull. */
class TemplatePullTest {

    /** Nobody touched the files since the first commit was applied, so what differs is somebody's. */
    private static final PlanOptions THEIRS =
            Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("README.md")), Set.of()));

    private static final String UNDECIDED = ", and nothing tells which is newer";

    private static KnownServer server() {
        return new KnownServer(new FakeServer()
                        .script("a", ACTIVE, "1")
                        .template("t", "text", CUSTOM, "1", Map.of("k", "there")))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .changed(1, 3);
    }

    private static Desired files(String description, TemplateCategory category, String body, Object notes) {
        return new Desired().script("a", ACTIVE, "1").template("t", null, description, category, body, notes);
    }

    private static void becomes(String expected, Desired files, PlanOptions options) {
        assertEquals(List.of(expected), PulledWords.templates(PulledWords.pull(files, server().inventory(), options)));
    }

    @Test
    void whatSomebodyChangedComesIn() {
        becomes("t, custom, -, -: server's [1]", files(null, CUSTOM, "2", null), THEIRS);
        becomes("t, custom, text, -: file's; note description: mine -> text", files("mine", CUSTOM, "1", null), THEIRS);
        becomes(
                "t, custom, -, -: file's; note category: data_formatting -> custom",
                files(null, DATA_FORMATTING, "1", null),
                THEIRS);
        becomes(
                "t, custom, -, {k=there}: file's; note annotations: {k=mine} -> {k=there}",
                files(null, CUSTOM, "1", Map.of("k", "mine")),
                THEIRS);
    }

    @Test
    void whatOnlyTheFilesChangedStays() {
        Commits edited = new Commits()
                .then(ONE, files("mine", DATA_FORMATTING, "2", Map.of("k", "mine")))
                .then(TWO, files("text", CUSTOM, "1", Map.of("k", "there")));
        becomes(
                "t, data_formatting, mine, {k=mine}: file's",
                files("mine", DATA_FORMATTING, "2", Map.of("k", "mine")),
                Told.OPTIONS.with(edited.past()));
        becomes("t, custom, text, {k=there}: file's", files("text", CUSTOM, "1", Map.of("k", "there")), Told.OPTIONS);
    }

    @Test
    void whereNothingTellsPeopleDecide() {
        becomes(
                "t, data_formatting, mine, {k=mine}: both 0-1 of [] and [1] (server)"
                        + "; conflict description: the file says mine, the server text" + UNDECIDED
                        + "; conflict category: the file says data_formatting, the server custom" + UNDECIDED
                        + "; conflict annotations: the file says {k=mine}, the server {k=there}" + UNDECIDED,
                files("mine", DATA_FORMATTING, "2", Map.of("k", "mine")),
                Told.OPTIONS);
        becomes(
                "t, custom, -, -: file's",
                files(null, CUSTOM, "<<<<<<< files\n2\n=======\n1\n>>>>>>> server\n", null),
                Told.OPTIONS);
    }

    @Test
    void aDescriptionOfAnotherTemplateIsNotThisOnes() {
        FakeServer fake =
                new FakeServer().template("t", "text", CUSTOM, "1", null).template("u", "other", CUSTOM, "1", null);
        assertEquals(
                List.of(
                        "t, custom, text, -: file's",
                        "u, custom, mine, -: file's; conflict description: the file says mine, the server other"
                                + UNDECIDED),
                PulledWords.templates(PulledWords.pull(
                        new Desired()
                                .template("u", null, "mine", CUSTOM, "1", null)
                                .template("t", null, "text", CUSTOM, "1", null),
                        fake.inventory(),
                        Told.OPTIONS)));
    }

    @Test
    void whatNoFileDeclaresIsDeclaredUnlessItIsToGo() {
        FakeServer fake = new FakeServer()
                .template("b", "described", CUSTOM, "1\n2", Map.of("k", "v"))
                .template("a", null, DATA_FORMATTING, "3", null)
                .template("gone", null, CUSTOM, "1", null)
                .template(" ", null, CUSTOM, "1", null);
        Desired files = new Desired().removedTemplate("gone");
        assertEquals(
                List.of("a, data_formatting, -, -: server's [3]", "b, custom, described, {k=v}: server's [1, 2]"),
                PulledWords.templates(PulledWords.pull(files, fake.inventory(), Told.OPTIONS)));
        assertEquals(
                List.of("a template on the server has a blank name, which no file can declare: "
                        + FakeServer.id("template  ")),
                PulledWords.pull(files, fake.inventory(), Told.OPTIONS).remarks());
    }

    @Test
    void aTemplateThatIsMissingOrTheServersOwnStaysAsTheFileHasIt() {
        Inventory there = server().inventory();
        StoredTemplate t = there.templates().get(0);
        StoredTemplate own = new StoredTemplate(
                t.id(), t.tenantId(), "t", null, CUSTOM, "1", null, true, t.createdBy(), t.createdAt(), t.updatedAt());
        StoredTemplate other = new StoredTemplate(
                FakeServer.id("x"), t.tenantId(), "x", null, CUSTOM, "1", null, true, null, t.createdAt(), null);
        Inventory server = new Inventory(
                there.connectors(),
                there.scripts(),
                there.bindings(),
                List.of(own, other),
                there.current(),
                there.evidence());
        Desired files = files("mine", CUSTOM, "2", null).template("u", null, "new", CUSTOM, "3", "notes");
        assertEquals(
                List.of("t, custom, mine, -: file's", "u, custom, new, notes: file's"),
                PulledWords.templates(PulledWords.pull(files, server, Told.OPTIONS)));
    }

    @Test
    void annotationsThatAreTheSameAreNotTold() {
        becomes("t, custom, -, {k=there}: server's [1]", files(null, CUSTOM, "2", Map.of("k", "there")), THEIRS);
    }
}
