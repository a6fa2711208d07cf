package dev.idpscripts.mojo.base;

import dev.idpscripts.command.SwitchCommand;
import dev.idpscripts.model.Outcome;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The emergency switch. The files are not changed: the next plan shows the difference. */
public abstract class SwitchGoal extends RepositoryGoal {

    /**
     * Which, by name on the server; several with commas, such as {@code -Didp-scripts.script="Login name,HR feed"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * Why, such as {@code -Didp-scripts.reason="INC-77: wrong mail domain"}. It stands in the output and in {@code result.json}; the
     * server has no place for it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.reason", defaultValue = "no reason given")
    private String reason;

    /**
     * Only shows what would be done, such as {@code -Didp-scripts.dryRun}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * The journal in which the switch is noted, such as {@code -Didp-scripts.journal=/cache/journal.jsonl}. Default:
     * {@code .idp-scripts/local/journal.jsonl} in the repository.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.journal")
    private File journal;

    private final boolean active;

    protected SwitchGoal(SettingsDecrypter decrypter, boolean active) {
        super(decrypter);
        this.active = active;
    }

    @Override
    protected List<String> leaves() {
        return SwitchCommand.FILES;
    }

    @Override
    protected Outcome run() {
        return new SwitchCommand(open(), new SwitchCommand.Options(active, script, reason, dryRun, journal(journal)))
                .run();
    }
}
