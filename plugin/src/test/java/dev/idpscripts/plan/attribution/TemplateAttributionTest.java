package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.model.TemplateCategory.DATA_FORMATTING;
import static dev.idpscripts.testing.Commits.BESIDE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.TemplateCategory;
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

/** Who changed a template, of which the server keeps only when. */
class TemplateAttributionTest {

    private static final PlanOptions UNTOUCHED =
            Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("README.md")), Set.of()));
    private static final PlanOptions TOUCHED =
            Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("templates/t.rhai")), Set.of()));
    private static final String SILENT = "unknown; the server keeps no history of templates";

    /** On the server it has body 1, and something was pushed from the first commit on the second day. */
    private static KnownServer server() {
        return new KnownServer(new FakeServer().script("a", ACTIVE, "1").template("t", "text", CUSTOM, "1", "notes"))
                .current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    private static Desired files(String body) {
        return files("t", null, CUSTOM, body, "notes");
    }

    private static Desired files(String name, String from, TemplateCategory category, String body, Object notes) {
        return new Desired().script("a", ACTIVE, "1").template(name, from, null, category, body, notes);
    }

    private static PlanOptions after(Commits commits) {
        return Told.OPTIONS.with(commits.past());
    }

    private static void says(String expected, KnownServer server, PlanOptions options) {
        assertEquals(List.of("update template t: " + expected), Told.who(files("2"), server.inventory(), options));
    }

    @Test
    void onlyWhereTheFilesRestedSinceTheLastPushIsItKnownToBeSomebodys() {
        says(SILENT, server().changed(1, 3), Told.OPTIONS);
        says("drift; somebody changed it on 2026-03-04", server().changed(1, 3), UNTOUCHED);
        says(SILENT, server().changed(1, 3), TOUCHED);
        says(SILENT, server().changed(0, 1), UNTOUCHED);
        says(SILENT, server().changed(3, 3), UNTOUCHED);
    }

    @Test
    void commitsTellWhoseItIs() {
        KnownServer server = server().changed(1, 3);
        String somebody = "; somebody changed it on 2026-03-04";
        says("local edit", server, after(new Commits().then(ONE, files("2")).then(TWO, files("1"))));
        says(
                "drift" + somebody + "; it is again as commit 2222222 of Jo, \"work\", said",
                server,
                after(new Commits().then(TWO, files("1")).then(ONE, files("2"))));
        says("drift" + somebody, server, after(new Commits().then(ONE, files("2"))));
        says(
                "behind" + somebody
                        + "; commit bbbbbbb of Kim, \"other work\", says so, and it is not in this checkout",
                server,
                after(new Commits().then(ONE, files("2")).beside(BESIDE, files("1"))));
        says(
                "conflict" + somebody,
                server,
                after(new Commits().then(ONE, files("0")).then(TWO, files("2"))));
        says(
                "drift; it is again as commit 2222222 of Jo, \"work\", said",
                server().changed(3, 3),
                after(new Commits().then(TWO, files("1")).then(ONE, files("2"))));
    }

    @Test
    void aCommitThatSaysOtherwiseInAnythingSaysSomethingElse() {
        KnownServer server = server().changed(1, 3);
        String drift = "drift; somebody changed it on 2026-03-04";
        for (Desired other : List.of(
                files("t", null, DATA_FORMATTING, "1", "notes"),
                files("t", null, CUSTOM, "1", "others"),
                files("other", null, CUSTOM, "1", "notes"))) {
            says(drift, server, after(new Commits().then(TWO, other).then(ONE, files("2"))));
        }
        String conflict = "conflict; somebody changed it on 2026-03-04";
        for (Desired applied :
                List.of(files("t", null, DATA_FORMATTING, "2", "notes"), files("t", null, CUSTOM, "2", "others"))) {
            says(conflict, server, after(new Commits().then(ONE, applied).then(TWO, files("2"))));
        }
    }

    @Test
    void aTemplateIsFoundInCommitsUnderItsFormerNames() {
        says(
                "drift; somebody changed it on 2026-03-04; it is again as commit 2222222 of Jo, \"work\", said",
                server().changed(1, 3),
                after(new Commits()
                        .then(TWO, files("was", null, CUSTOM, "1", "notes"))
                        .then(ONE, files("t", "was", CUSTOM, "2", "notes"))));
    }

    private static Desired described(String text) {
        return new Desired().script("a", ACTIVE, "1").template("t", null, text, CUSTOM, "1", "notes");
    }

    @Test
    void commitsTellWhoseADescriptionIs() {
        KnownServer server = server().changed(1, 3);
        String describe = "describe template t: ";
        assertEquals(
                List.of(describe + "local edit"),
                Told.who(
                        described("new"),
                        server.inventory(),
                        after(new Commits().then(ONE, described("new")).then(TWO, described("text")))));
        assertEquals(
                List.of(describe + "drift; somebody changed it on 2026-03-04"),
                Told.who(described("new"), server.inventory(), after(new Commits().then(ONE, described("new")))));
        assertEquals(
                List.of(describe + "conflict; somebody changed it on 2026-03-04"),
                Told.who(
                        described("new"),
                        server.inventory(),
                        after(new Commits().then(ONE, described("old")).then(TWO, described("new")))));
    }

    @Test
    void aTemplateThatGoesIsOursOnlyIfWeMadeIt() {
        Desired gone = new Desired().script("a", ACTIVE, "1").removedTemplate("t");
        assertEquals(List.of("delete template t: " + SILENT), Told.who(gone, server().inventory(), Told.OPTIONS));
        FakeServer ours = new FakeServer().script("a", ACTIVE, "1").template("t", null, CUSTOM, "1", null);
        assertEquals(List.of("delete template t: local edit"), Told.who(gone, ours.inventory(), Told.OPTIONS));
    }
}
