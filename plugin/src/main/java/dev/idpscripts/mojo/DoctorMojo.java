package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.DoctorChecks;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.view.Checkup;
import dev.idpscripts.workspace.Workspace;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Examines everything that can be wrong between here and the server: address, TLS, proxy, credentials, role, tenant, clock,
 * connectors, and what on the server wants looking at. Changes nothing.
 *
 * <p>Example: {@code mvn idp-scripts:doctor -Didp-scripts.environment=production}
 *
 * @since 0.1.0
 */
@Mojo(name = "doctor", requiresProject = false, aggregator = true, threadSafe = true)
public class DoctorMojo extends ViewGoal {

    @Inject
    DoctorMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    List<Table> look(Environment chosen) {
        Checkup checkup = new Checkup();
        checkup.good(
                "Maven and JDK",
                "Maven " + session().getSystemProperties().getProperty("maven.version", "of an unknown version")
                        + ", JDK " + Runtime.version() + ", plugin " + pluginVersion());
        Declarations files = files(chosen, checkup);
        DoctorChecks examination = new DoctorChecks(connector()::route, connector()::credentials, checkup);
        if (examination.way(chosen)) {
            try (Connection open = connect(chosen)) {
                examination.server(open, chosen, files, cache(open));
            } catch (IdpScriptsException e) {
                examination.refused(e);
            }
        }
        count("bad", checkup.bad());
        count("look", checkup.look());
        return List.of(checkup.table(chosen.name()));
    }

    private Declarations files(Environment chosen, Checkup checkup) {
        try {
            Declarations files = new Workspace(directory()).read(chosen);
            checkup.good("files", FindingsText.size(files.size()));
            return files;
        } catch (IdpScriptsException e) {
            checkup.bad("files", e.what(), "mvn idp-scripts:validate shows each problem");
            return Declarations.NONE;
        }
    }
}
