package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.view.VersionsView;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows the history of one script: each version with when, by whom and from which commit it was pushed.
 *
 * <p>Example: {@code mvn idp-scripts:versions -Didp-scripts.script=login-name}
 *
 * @since 0.1.0
 */
@Mojo(name = "versions", requiresProject = false, aggregator = true, threadSafe = true)
public class VersionsMojo extends ViewGoal {

    /**
     * Which script: its name on the server, or its name, slug or file in the repository, such as
     * {@code -Didp-scripts.script=login-name}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    @Inject
    VersionsMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    List<Table> look(Environment chosen) {
        try (Connection open = connect(chosen)) {
            StoredScript found = scripts(chosen, open.server().scripts().all()).one(script);
            List<StoredVersion> history = open.server().versions().all(found.id(), found.name());
            count("versions", history.size());
            return List.of(VersionsView.of(found, history));
        }
    }
}
