package dev.idpscripts.apply.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.report.json.JournalJson;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the journal says, and what can be read from it after a run that did not come to its end. */
class JournalFileTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;
    private Plan plan;

    @BeforeEach
    void aPlan() {
        file = folder.resolve("deep/journal.jsonl");
        plan = Planner.plan(
                new Desired()
                        .script("a", ScriptStatus.DRAFT, "let password = 1;")
                        .declare(),
                new FakeServer().script("a", ScriptStatus.DRAFT, "1").inventory(),
                new PlanOptions(new Target("production", "https://idp.example.com", FakeServer.TENANT), "acme", false));
    }

    private void run(boolean end) {
        try (JournalFile journal = new JournalFile(file, CLOCK, JournalJson::write)) {
            journal.begin(plan, OnFailure.STOP);
            int write = journal.intent(plan.changes().get(0), "push");
            if (end) {
                journal.outcome(write, Journal.Result.DONE, "", Optional.empty());
                journal.end("0 failed");
            }
        }
    }

    @Test
    void eachLineIsOneObjectWithoutBodies() throws IOException {
        run(true);
        String sha256 = new Body("let password = 1;").sha256();
        assertEquals(
                List.of(
                        "{'v':1,'at':'2026-03-01T00:00:00Z','event':'begin','run':'20260301-000000-000','environment':'production',"
                                + "'url':'https://idp.example.com','tenant':'" + FakeServer.TENANT
                                + "','repository':'acme','changes':1,'onFailure':'stop'}",
                        "{'v':1,'at':'2026-03-01T00:00:00Z','event':'intent','write':1,'act':'push','step':1,'whole':"
                                + JournalJson.write(plan.planned().get(0))
                                        .toString()
                                        .replace('"', '\'')
                                + ",'change':'update','object':'script a','id':'" + FakeServer.id("a")
                                + "','version':2,'sha256':'"
                                + sha256 + "'}",
                        "{'v':1,'at':'2026-03-01T00:00:00Z','event':'outcome','write':1,'result':'done'}",
                        "{'v':1,'at':'2026-03-01T00:00:00Z','event':'end','summary':'0 failed'}"),
                Files.readAllLines(file).stream()
                        .map(line -> line.replace('"', '\''))
                        .toList());
        assertFalse(Files.readString(file).contains("password"));
        assertEquals(List.of(), UnfinishedRun.explain(file));
    }

    @Test
    void aRunThatWasKilledIsExplained() {
        run(false);
        assertEquals(
                List.of(
                        "The last apply, to environment production at 2026-03-01T00:00:00Z, did not come to its end:"
                                + " 1 writes were begun.",
                        "  whether this was done is not known: push script a",
                        "The server is read now; what is missing is in the plan."),
                UnfinishedRun.explain(file));
    }

    @Test
    void halfALineDoesNotSpoilTheNextRun() throws IOException {
        run(false);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 10));
        run(true);
        assertEquals(List.of(), UnfinishedRun.explain(file));
        run(false);
        assertEquals(3, UnfinishedRun.explain(file).size());
    }

    @Test
    void noJournalIsNoTrouble() {
        assertEquals(List.of(), UnfinishedRun.explain(folder.resolve("none.jsonl")));
    }

    @Test
    void aRunIsFoundAgainWithWhatItWrote() {
        run(true);
        JournalRun found =
                JournalRun.find(file, "20260301-000000-000", JournalJson::read).orElseThrow();
        assertEquals("production", found.environment());
        assertEquals("https://idp.example.com", found.url());
        assertEquals(
                List.of(new JournalRun.Write(
                        "push", "update", "script a", Optional.of(FakeServer.id("a")), OptionalInt.of(2))),
                found.writes());
        assertEquals(
                found, JournalRun.find(file, JournalRun.LAST, JournalJson::read).orElseThrow());
        assertTrue(
                JournalRun.find(file, "20260301-000000-001", JournalJson::read).isEmpty());
    }

    @Test
    void whatItTellsOfAChangeIsEnoughToTakeItBack() {
        Change update = plan.changes().get(0);
        UUID id = UUID.randomUUID();
        StoredVersion last = new StoredVersion(id, id, 3, "let a = 3;", null, id, Instant.EPOCH);
        Journal.Result done = Journal.Result.DONE;
        try (JournalFile journal = new JournalFile(file, CLOCK, JournalJson::write)) {
            journal.begin(plan, OnFailure.ROLLBACK);
            journal.outcome(journal.intent(update, "create"), done, "", Optional.of(id));
            journal.keep(update, last);
            journal.outcome(journal.intent(update, "push"), Journal.Result.UNKNOWN, "", Optional.empty());
        }
        RecordedChange found =
                only(JournalRun.all(file, JournalJson::read).get(0).done());
        assertEquals(
                update.stored().orElseThrow().id(),
                found.change().stored().orElseThrow().id());
        assertEquals(
                update.stored().orElseThrow().version(),
                found.change().stored().orElseThrow().version());
        assertEquals(update.subject(), found.change().subject());
        assertEquals(Optional.of(id), found.made());
        assertEquals(Optional.of(new Body("let a = 3;")), found.kept());
        assertEquals(Optional.of(new Body("let password = 1;").sha256()), found.sha256());
        assertEquals(
                List.of("update script a"),
                JournalRun.all(file, node -> Optional.empty()).get(0).unknown());
    }

    private static RecordedChange only(List<RecordedChange> done) {
        assertEquals(1, done.size());
        return done.get(0);
    }

    @Test
    void whatTheRunTookBackItselfIsNoPartOfIt() {
        Change update = plan.changes().get(0);
        try (JournalFile journal = new JournalFile(file, CLOCK, JournalJson::write)) {
            journal.begin(plan, OnFailure.ROLLBACK);
            journal.outcome(journal.intent(update, "push"), Journal.Result.DONE, "", Optional.empty());
            journal.outcome(journal.intent(update, "undo: rollback"), Journal.Result.DONE, "", Optional.empty());
        }
        assertEquals(List.of(), JournalRun.all(file, JournalJson::read).get(0).done());
    }

    @Test
    void whatWasCertainlyNotDoneIsNoPartOfARun() {
        try (JournalFile journal = new JournalFile(file, CLOCK, JournalJson::write)) {
            journal.begin(plan, OnFailure.STOP);
            journal.outcome(
                    journal.intent(plan.changes().get(0), "push"),
                    Journal.Result.NOT_DONE,
                    "the server refused it",
                    Optional.empty());
            journal.end("1 failed");
        }
        JournalRun run = JournalRun.all(file, JournalJson::read).get(0);
        assertEquals(List.of(), run.writes());
        assertEquals(List.of(), run.done());
        assertEquals(List.of(), run.unknown());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldBeforeAnythingIsSent() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file");
        EnvironmentError e =
                assertThrows(EnvironmentError.class, () -> new JournalFile(file, CLOCK, JournalJson::write));
        assertTrue(e.getMessage().contains("-Didp-scripts.journal=FILE"), e.getMessage());
    }

    /** A disk that is full may end it in half a letter, which no reader of lines gets over. */
    @Test
    void halfALetterDoesNotHideTheRest() throws IOException {
        run(true);
        Files.write(file, new byte[] {'{', '"', (byte) 0xC3}, StandardOpenOption.APPEND);
        run(false);
        assertEquals(3, UnfinishedRun.explain(file).size());
        assertEquals(2, JournalRun.all(file, JournalJson::read).size());
    }

    @Test
    void aJournalThatCannotBeReadIsNotTakenForNone() throws IOException {
        Files.createDirectories(file);
        UserError e = assertThrows(UserError.class, () -> JournalRun.all(file, JournalJson::read));
        assertTrue(e.getMessage().startsWith("the journal " + file + " cannot be read: "), e.getMessage());
        assertTrue(e.getMessage().contains("Nothing was changed."), e.getMessage());
    }

    @Test
    void idsThatAreNoneAreNoEnd() throws IOException {
        run(true);
        Files.writeString(
                file, Files.readString(file).replace(FakeServer.id("a").toString(), "no id"));
        assertEquals(
                Optional.empty(),
                JournalRun.find(file, JournalRun.LAST, JournalJson::read)
                        .orElseThrow()
                        .writes()
                        .get(0)
                        .id());
    }

    @Test
    void whereTheDiskIsFullNothingIsBegun() throws IOException {
        Files.createDirectories(file.getParent());
        refuses(FullDisk.journal(file, 0, false));
    }

    /** The device itself says so. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereTheDeviceIsFullNothingIsBegun() {
        refuses(new JournalFile(Path.of("/dev/full"), CLOCK, JournalJson::write));
    }

    private void refuses(JournalFile full) {
        try (full) {
            EnvironmentError e = assertThrows(EnvironmentError.class, () -> full.begin(plan, OnFailure.STOP));
            assertTrue(e.getMessage().contains("Without it nothing is sent."), e.getMessage());
        }
    }
}
