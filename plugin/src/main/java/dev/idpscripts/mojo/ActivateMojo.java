package dev.idpscripts.mojo;

import dev.idpscripts.mojo.base.SwitchGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Makes scripts active at once, without an apply: the emergency switch. Each must compile on the server. The next plan shows it as drift, until the file says the
 * same.
 *
 * <p>Example: {@code mvn idp-scripts:activate -Didp-scripts.script="Login name" -Didp-scripts.reason="INC-77"}
 *
 * @since 0.1.0
 */
@Mojo(name = "activate", requiresProject = false, aggregator = true, threadSafe = true)
public class ActivateMojo extends SwitchGoal {

    @Inject
    ActivateMojo(SettingsDecrypter decrypter) {
        super(decrypter, true);
    }
}
