package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.PlanSession;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.view.StatusView;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Lists every script: status, version, the commit it came from, by whom and since when, its tests and bindings, and whether it is as
 * the files say. Or which version is where, for several environments.
 *
 * <p>Example: {@code mvn idp-scripts:status -Didp-scripts.status=active -Didp-scripts.search=mail}
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, aggregator = true, threadSafe = true)
public class StatusMojo extends ViewGoal {

    /**
     * Only scripts with this status on the server: {@code draft}, {@code active} or {@code inactive}, such as
     * {@code -Didp-scripts.status=draft}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.status")
    private String status;

    /**
     * Only scripts with this in their name, in any case, such as {@code -Didp-scripts.search=mail}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.search")
    private String search;

    /**
     * Only scripts that are bound to this connector, by its name on the server, such as
     * {@code -Didp-scripts.connector="Corporate LDAP"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.connector")
    private String connector;

    /**
     * Several environments beside each other: which version and commit is where, such as
     * {@code -Didp-scripts.environments=staging,production}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.environments")
    private List<String> environments;

    @Inject
    StatusMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    String environmentName() {
        return several() ? environments.get(0) : super.environmentName();
    }

    private boolean several() {
        return environments != null && !environments.isEmpty();
    }

    @Override
    List<Table> look(Environment chosen) {
        if (several()) {
            Map<String, Inventory> servers = new LinkedHashMap<>();
            environments.forEach(name -> servers.put(name, server(new Environments(directory()).choose(name))));
            return List.of(StatusView.sideBySide(servers, filter()));
        }
        Declarations files = new Workspace(directory()).read(chosen);
        try (Connection open = connect(chosen)) {
            PlanSession.Compared compared = planning(files, chosen, open, false).compare(true);
            return List.of(StatusView.of(compared.server(), files, compared.plan(), filter()));
        }
    }

    private Inventory server(Environment environment) {
        try (Connection open = connect(environment)) {
            return new InventoryReader(open.server(), environment.tenant(), cache(open)).read(script -> true);
        }
    }

    private StatusView.Filter filter() {
        return new StatusView.Filter(
                Optional.ofNullable(status)
                        .filter(RequiredOption::is)
                        .map(text -> ScriptStatus.valueOf(Choice.among("status", text, "active", "inactive", "draft")
                                .toUpperCase(Locale.ROOT))),
                Optional.ofNullable(search).filter(RequiredOption::is),
                Optional.ofNullable(connector).filter(RequiredOption::is));
    }
}
