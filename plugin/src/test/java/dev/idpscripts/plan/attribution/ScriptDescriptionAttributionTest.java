package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.plan.attribution.PushedScript.TOUCHED;
import static dev.idpscripts.plan.attribution.PushedScript.UNTOUCHED;
import static dev.idpscripts.plan.attribution.PushedScript.described;
import static dev.idpscripts.plan.attribution.PushedScript.files;
import static dev.idpscripts.plan.attribution.PushedScript.label;
import static dev.idpscripts.plan.attribution.PushedScript.server;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;

import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import org.junit.jupiter.api.Test;

/** Who changed the description of a script, by the audit trail, by what Git says was touched, and by what commits said. */
class ScriptDescriptionAttributionTest {

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
