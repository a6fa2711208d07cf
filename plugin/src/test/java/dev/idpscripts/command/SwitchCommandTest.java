package dev.idpscripts.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.StoredScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The emergency switch goes the way of an apply: looked at once more before, noted, looked at after. */
class SwitchCommandTest extends CommandFixture {

    private UUID id;
    private Path journal;

    @BeforeEach
    void anActiveScript() {
        id = colleague.scripts().create("Mail", Optional.empty()).id();
        colleague.versions().push(id, "Mail", new Body("let a = 1;\n"), "by hand");
        colleague.scripts().activate(id, "Mail");
        journal = folder.resolve("kept/journal.jsonl");
    }

    private Outcome turn(boolean active) {
        return new SwitchCommand(session(), new SwitchCommand.Options(active, "Mail", "INC-77", false, journal)).run();
    }

    private ScriptStatus status() {
        return colleague.scripts().byName("Mail").map(StoredScript::status).orElseThrow();
    }

    @Test
    void readsAgainWhatItDid() {
        assertEquals(Outcome.APPLIED, turn(false));
        assertEquals(ScriptStatus.INACTIVE, status());
        assertTrue(
                console.said().contains("Read again: the server holds what the plan says. The files do not say so."),
                console.said());
        assertEquals(Outcome.NO_CHANGES, turn(false));
        assertEquals(Outcome.APPLIED, turn(true));
        assertEquals(ScriptStatus.ACTIVE, status());
    }

    @Test
    void isNotedInTheJournalThatWasNamed() throws Exception {
        turn(false);
        String notes = Files.readString(journal);
        assertTrue(notes.contains("\"event\":\"intent\""), notes);
        assertTrue(notes.contains("\"act\":\"deactivate\""), notes);
        assertTrue(notes.contains("\"event\":\"end\""), notes);
        assertFalse(Files.exists(folder.resolve(".idp-scripts/local/journal.jsonl")));
        assertEquals(List.of(), console.warnings());
    }

    @Test
    void tellsOfARunThatDidNotComeToItsEnd() throws Exception {
        turn(false);
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() - 2));
        turn(true);
        assertTrue(console.warnings().get(0).startsWith("The last apply, to environment sandbox at "));
        assertEquals(
                "  whether this was done is not known: deactivate script Mail",
                console.warnings().get(1));
    }

    @Test
    void refusesWhatIsStale() {
        console.whenShown(() -> colleague.scripts().delete(id, "Mail"));
        UserError e = assertThrows(UserError.class, () -> turn(false));
        assertEquals(ErrorCode.PLAN_STALE, e.code());
        assertFalse(Files.exists(journal), "nothing was written");
    }

    @Test
    void saysSoWhenItDidNotLast() {
        console.whenWritten(() -> colleague.scripts().activate(id, "Mail"));
        EnvironmentError e = assertThrows(EnvironmentError.class, () -> turn(false));
        assertEquals(ErrorCode.APPLY_INCOMPLETE, e.code());
        assertTrue(
                e.getMessage()
                        .contains("everything was applied, but the server does not hold what was planned: deactivate"
                                + " script Mail"),
                e.getMessage());
    }
}
