package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.plan.attribution.PushedScript.described;
import static dev.idpscripts.plan.attribution.PushedScript.files;
import static dev.idpscripts.plan.attribution.PushedScript.says;
import static dev.idpscripts.plan.attribution.PushedScript.server;
import static dev.idpscripts.plan.attribution.PushedScript.switched;
import static dev.idpscripts.testing.Commits.BESIDE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.KnownServer.THEM;
import static dev.idpscripts.testing.KnownServer.US;

import dev.idpscripts.testing.Commits;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import org.junit.jupiter.api.Test;

/** Who switched a script on or off, by what commits said. */
class StatusPastAttributionTest {

    @Test
    void commitsTellWhetherAStatusWasOnceDeclared() {
        KnownServer server = server(INACTIVE).did(THEM, "deactivated", "a", 3);
        String they = "; they made it inactive on 2026-03-04";
        switched(
                "local edit",
                server,
                Told.OPTIONS.with(new Commits()
                        .then(ONE, files(ACTIVE, null))
                        .then(TWO, files(INACTIVE, null))
                        .past()));
        switched(
                "drift" + they + "; it is again as commit 2222222 of Jo, \"work\", said",
                server,
                Told.OPTIONS.with(new Commits()
                        .then(TWO, files(INACTIVE, null))
                        .then(ONE, files(ACTIVE, null))
                        .past()));
        switched(
                "drift" + they,
                server,
                Told.OPTIONS.with(new Commits().then(ONE, files(ACTIVE, null)).past()));
        switched(
                "behind" + they + "; commit bbbbbbb of Kim, \"other work\", says so, and it is not in this checkout",
                server,
                Told.OPTIONS.with(new Commits()
                        .then(ONE, files(ACTIVE, null))
                        .beside(BESIDE, files(INACTIVE, null))
                        .past()));
    }

    /** An apply binds only active scripts, so one that was cut off leaves them active. */
    @Test
    void anActiveScriptThatIsToBeInactiveMayBeWhatAnApplyLeft() {
        Desired off = files(INACTIVE, null);
        KnownServer ours = server(ACTIVE).did(US, "activated", "a", 3);
        says("deactivate script a: local edit", ours, off, Told.OPTIONS);
        says(
                "deactivate script a: unknown; an apply that was cut off may have left it so",
                ours,
                off,
                Told.OPTIONS.with(new Commits().then(ONE, off).past()));
        says(
                "deactivate script a: behind; we, who applies this repository, made it active on 2026-03-04; commit bbbbbbb of Kim,"
                        + " \"other work\", says so, and it is not in this checkout",
                ours,
                off,
                Told.OPTIONS.with(new Commits()
                        .then(ONE, off)
                        .beside(BESIDE, files(ACTIVE, null))
                        .past()));
        says(
                "deactivate script a: drift; they made it active on 2026-03-04",
                server(ACTIVE).did(THEM, "activated", "a", 3),
                off,
                Told.OPTIONS);
    }

    @Test
    void aValueThatWasDeclaredSinceIsTheFilesOwn() {
        described(
                "local edit",
                server(ACTIVE).did(THEM, "updated", "a", 3),
                Told.OPTIONS.with(new Commits()
                        .then(ONE, files(ACTIVE, "new"))
                        .then(TWO, files(ACTIVE, "text"))
                        .past()));
        switched(
                "conflict; they made it inactive on 2026-03-04",
                server(INACTIVE).did(THEM, "deactivated", "a", 3),
                Told.OPTIONS.with(new Commits()
                        .then(ONE, files(DRAFT, null))
                        .then(TWO, files(ACTIVE, null))
                        .past()));
        says(
                "deactivate script a: local edit",
                server(ACTIVE).did(US, "activated", "a", 3),
                files(INACTIVE, null),
                Told.OPTIONS.with(new Commits()
                        .then(ONE, files(INACTIVE, null))
                        .then(TWO, files(ACTIVE, null))
                        .past()));
    }
}
