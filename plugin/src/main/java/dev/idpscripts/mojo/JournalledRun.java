package dev.idpscripts.mojo;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.Journal;
import dev.idpscripts.apply.JournalFile;
import dev.idpscripts.model.plan.Applied;
import dev.idpscripts.report.AppliedText;
import dev.idpscripts.report.JournalForm;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.apache.maven.plugin.logging.Log;

/**
 * Carries out what changes the server: each write is noted in a journal, and Ctrl-C and SIGTERM bring it to a clean stop.
 *
 * @param journal the journal's file
 * @param log takes what is said about it
 */
record JournalledRun(Path journal, Log log) {

    /**
     * In a given journal, or in the output directory's.
     *
     * @param given null for none
     */
    static JournalledRun in(File given, Outputs outputs, Log log) {
        return new JournalledRun(given == null ? outputs.resolve("journal.jsonl") : given.toPath(), log);
    }

    /**
     * Runs to its end.
     *
     * @param make makes what applies, for a journal
     * @param work has it apply; failures are in the result
     */
    Applied run(Function<Journal, Applier> make, Function<Applier, Applied> work) {
        try (JournalFile notes = new JournalFile(journal, Clock.systemUTC(), JournalForm::write)) {
            Applier applier = make.apply(notes);
            Interruption listening = new Interruption(
                    applier::interrupt,
                    () -> applier.open().stream().map(AppliedText::action).toList(),
                    log::warn);
            try {
                return work.apply(applier);
            } finally {
                listening.close();
                log.info("Journal: run " + notes.run() + ". Back to before it:");
                log.info("  mvn idp-scripts:rollback -Didp-scripts.toApply=" + notes.run());
            }
        }
    }
}
