package dev.idpscripts.mojo;

import dev.idpscripts.mojo.base.SwitchGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes scripts inactive at once, without an apply: the emergency switch. Their bindings stay and do nothing. The next plan shows it as drift, until the file says the
 * same.
 *
 * <p>Example: {@code mvn idp-scripts:deactivate -Didp-scripts.script="Login name" -Didp-scripts.reason="INC-77"}
 *
 * @since 0.1.0
 */
@Mojo(name = "deactivate", requiresProject = false, aggregator = true, threadSafe = true)
public class DeactivateMojo extends SwitchGoal {

    @Inject
    DeactivateMojo(SettingsDecrypter decrypter) {
        super(decrypter, false);
    }
}
