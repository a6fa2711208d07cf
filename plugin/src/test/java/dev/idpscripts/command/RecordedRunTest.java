package dev.idpscripts.command;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.command.find.RecordedRun;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.ExecutionLog;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs that cannot become tests. */
class RecordedRunTest {

    private static final UUID NIL = new UUID(0, 0);

    @ParameterizedTest
    @CsvSource({"failure,,has no context", "skipped,{},has the status skipped"})
    void aLogThatDoesNotTellWhatRan(String status, String context, String text) {
        ExecutionLog told = new ExecutionLog(
                NIL, NIL, new UUID(0, 1), null, NIL, 2, status, false, context, null, "no mail", 1, NIL, Instant.EPOCH);
        UserError e = assertThrows(UserError.class, () -> RecordedRun.refuse(told));
        assertTrue(e.getMessage().contains(text), e.getMessage());
    }
}
