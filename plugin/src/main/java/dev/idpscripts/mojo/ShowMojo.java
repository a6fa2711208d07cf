package dev.idpscripts.mojo;

import dev.idpscripts.command.PlanOutcome;
import dev.idpscripts.command.SavedPlans;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.SavedPlan;
import dev.idpscripts.mojo.maven.Terminal;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.PlanText;
import java.io.File;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows a saved plan again, without a network and without the files it was made from.
 *
 * <p>Example: {@code mvn idp-scripts:show -Didp-scripts.plan=plan.json}
 *
 * @since 0.1.0
 */
@Mojo(name = "show", requiresProject = false, aggregator = true, threadSafe = true)
public class ShowMojo extends AbstractGoal {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * The plan, such as {@code -Didp-scripts.plan=plan.json}. Default: {@code plan.json} in the output directory, the last plan that
     * was made.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.plan")
    private File plan;

    /**
     * Shows more: ids on the server, whole differences, what no file declares, such as {@code -Didp-scripts.verbose}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.verbose", defaultValue = "false")
    private boolean verbose;

    @Override
    Outcome run() {
        File file = plan == null ? outputs().resolve("plan.json").toFile() : plan;
        SavedPlan saved = SavedPlans.read(file);
        Terminal terminal = terminal();
        PlanText text = new PlanText(
                terminal.style(),
                new FindingsText(terminal.style(), origin -> Optional.empty()),
                verbose ? Verbosity.VERBOSE : Verbosity.NORMAL,
                verbose,
                terminal.width());
        PlanMetadata made = saved.made();
        terminal.print(text.render(saved.plan()));
        String commit =
                made.commit().equals(Provenance.NO_COMMIT) ? "without a commit" : "from commit " + made.commit();
        say("Made on " + WHEN.format(made.at()) + ", " + commit + " (" + made.subject() + "), by version "
                + made.version() + " of the plugin. Its hash is " + saved.hash() + ".");
        notes().target(saved.plan().target());
        notes().plan(Optional.of(saved.plan()));
        return PlanOutcome.of(saved.plan());
    }
}
