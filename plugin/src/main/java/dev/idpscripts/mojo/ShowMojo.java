package dev.idpscripts.mojo;

import dev.idpscripts.command.ShowCommand;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.AbstractGoal;
import java.io.File;
import java.nio.file.Path;
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
    protected Outcome run() {
        Path file = plan == null ? outputs().resolve("plan.json") : plan.toPath();
        return new ShowCommand(file, verbose, terminal(), notes()).run();
    }
}
