package dev.idpscripts.command;

import dev.idpscripts.command.change.PlanOutcome;
import dev.idpscripts.command.change.SavedPlanFile;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.RunNotes;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.SavedPlan;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.words.Heading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Shows a saved plan again, without a network and without the files it was made from. */
public final class ShowCommand {

    private final Path file;
    private final boolean verbose;
    private final Console console;
    private final RunNotes notes;

    /**
     * Makes it.
     *
     * @param file where the plan is
     * @param verbose shows ids, whole differences and what no file declares
     */
    public ShowCommand(Path file, boolean verbose, Console console, RunNotes notes) {
        this.file = file;
        this.verbose = verbose;
        this.console = console;
        this.notes = notes;
    }

    /** Reads it, shows it, says where it comes from. */
    public Outcome run() {
        SavedPlan saved = SavedPlanFile.read(file).plan();
        FindingsText places = new FindingsText(console.style(), origin -> Optional.empty());
        PlanMetadata made = saved.made();
        console.say(List.of(
                Heading.environment(saved.plan().target(), made),
                Heading.made(made) + ": " + made.subject(),
                "Hash: " + saved.hash()));
        console.show(saved.plan(), places, Verbosity.of(false, verbose), verbose);
        notes.target(saved.plan().target());
        notes.plan(Optional.of(saved.plan()));
        return PlanOutcome.judge(saved.plan());
    }
}
