package dev.idpscripts.mojo.base;

import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.command.session.Tables;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that only show something. They write the same as JSON, under the goal's name, into the output directory. */
public abstract class ViewGoal extends RepositoryGoal {

    /**
     * {@code text}, or {@code json} on standard output and nothing else there with {@code -q}, such as
     * {@code mvn -q idp-scripts:status -Didp-scripts.format=json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.format", defaultValue = "text")
    private String format;

    protected ViewGoal(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected List<String> leaves() {
        return List.of(execution().getGoal() + ".json");
    }

    /** How what a session brings is shown. */
    protected final Tables tables(Session session) {
        return new Tables(session, execution().getGoal(), Choice.parse("format", format, Tables.Format.class));
    }
}
