package dev.idpscripts.mojo;

import dev.idpscripts.command.DoctorCommand;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.ViewGoal;
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
    protected Outcome run() {
        Session session = open();
        String maven = mavenSession().getSystemProperties().getProperty("maven.version", "of an unknown version");
        return new DoctorCommand(session, tables(session), maven).run();
    }
}
