package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.ScriptStatus;
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

/** Who changed the description of a script, by the audit trail, by what Git says was touched, and by what commits said. */
class ScriptDescriptionAttributionTest {

    private static final PlanOptions UNTOUCHED =
            Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("README.md")), Set.of()));
    private static final PlanOptions TOUCHED =
            Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("scripts/a.yaml")), Set.of()));

    /** A script that was pushed from the first commit, on the second day, and its trail from the beginning. */
    private static KnownServer server(ScriptStatus status) {
        return new KnownServer(new FakeServer().script("a", "text", status, "1", REPOSITORY))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "created", "a", 1, "script_name", "a")
                .did(US, "version_created", "a", 2, "change_description", label(), "version_number", 2);
    }

    private static String label() {
        return pushed("a", 2, "1", REPOSITORY, ONE).changeDescription();
    }

    private static Desired files(ScriptStatus status, String description) {
        return new Desired().script("a", null, description, status, "1");
    }

    private static void says(String expected, KnownServer server, Desired files, PlanOptions options) {
        assertEquals(List.of(expected), Told.who(files, server.inventory(), options));
    }

    private static void described(String expected, KnownServer server, PlanOptions options) {
        says("describe script a: " + expected, server, files(ACTIVE, "new"), options);
    }

    @Test
    void whatNoCommitSaysIsAConflictIfTheFilesWereCommittedAndElseUnknown() {
        KnownServer server = server(ACTIVE).did(THEM, "updated", "a", 3);
        described(
                "conflict; they changed its description on 2026-03-04",
                server,
                Told.OPTIONS.with(new Commits()
                        .then(ONE, files(ACTIVE, "first"))
                        .then(TWO, files(ACTIVE, "new"))
                        .past()));
        described(
                "unknown; no commit says what the server has, and the files are not committed either",
                server,
                Told.OPTIONS.with(
                        new Commits().then(ONE, files(ACTIVE, "first")).past()));
        described(
                "drift; they changed its description on 2026-03-04",
                server,
                Told.OPTIONS.with(
                        new Commits().then(ONE, files(ACTIVE, "first")).partly().past()));
    }

    @Test
    void aDescriptionThatBothChangedIsAConflict() {
        KnownServer server = server(ACTIVE).did(THEM, "updated", "a", 3);
        described("drift; they changed its description on 2026-03-04", server, Told.OPTIONS);
        described("drift; they changed its description on 2026-03-04", server, UNTOUCHED);
        described("conflict; they changed its description on 2026-03-04", server, TOUCHED);
        described("local edit", server(ACTIVE), TOUCHED);
    }

    @Test
    void aDescriptionThatWeChangedByHandIsDriftOnlyAfterOurPush() {
        described(
                "drift; we, who applies this repository, changed its description on 2026-03-04",
                server(ACTIVE).did(US, "updated", "a", 3),
                UNTOUCHED);
        KnownServer before = new KnownServer(new FakeServer().script("a", "text", ACTIVE, "1", REPOSITORY))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "updated", "a", 1)
                .did(US, "version_created", "a", 2, "change_description", label());
        described("local edit", before, UNTOUCHED);
    }
}
