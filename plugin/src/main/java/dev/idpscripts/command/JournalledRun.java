package dev.idpscripts.command;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.journal.Journal;
import dev.idpscripts.apply.journal.JournalFile;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.report.json.JournalJson;
import dev.idpscripts.report.text.ApplyText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * Carries out what changes the server: each write is noted in a journal, and Ctrl-C and SIGTERM bring it to a clean stop.
 *
 * @param journal the journal's file
 * @param console takes what is said about it
 */
record JournalledRun(Path journal, Console console) {

    /**
     * Runs to its end.
     *
     * @param make makes what applies, for a journal
     * @param work has it apply; failures are in the result
     */
    ApplyResult run(Function<Journal, Applier> make, Function<Applier, ApplyResult> work) {
        try (JournalFile notes = new JournalFile(journal, Clock.systemUTC(), JournalJson::write)) {
            Applier applier = make.apply(notes);
            Interruption listening = new Interruption(
                    applier::interrupt,
                    () -> applier.open().stream().map(ApplyText::action).toList(),
                    line -> console.warn(List.of(line)));
            try {
                return work.apply(applier);
            } finally {
                listening.close();
                console.print(List.of(
                        "Journal: run " + notes.run() + ". Back to before it:",
                        "  mvn idp-scripts:rollback -Didp-scripts.toApply=" + notes.run()));
            }
        }
    }
}
