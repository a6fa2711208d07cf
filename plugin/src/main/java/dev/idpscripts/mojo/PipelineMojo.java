package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.Lookup;
import dev.idpscripts.command.option.RequiredOption;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.view.PipelineView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows what runs on each connector in which order, with policy, retries and timeout, and what looks wrong: inactive scripts, deleted
 * connectors, retries without tries, output that nobody reads, how long it may take at worst.
 *
 * <p>Example: {@code mvn idp-scripts:pipeline -Didp-scripts.connector="Corporate LDAP"}
 *
 * @since 0.1.0
 */
@Mojo(name = "pipeline", requiresProject = false, aggregator = true, threadSafe = true)
public class PipelineMojo extends ViewGoal {

    /**
     * Only this connector, by its name on the server, such as {@code -Didp-scripts.connector="Corporate LDAP"}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.connector")
    private String connector;

    @Inject
    PipelineMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    List<Table> look(Environment chosen) {
        try (Connection open = connect(chosen)) {
            Set<UUID> bound = open.server().bindings().all().stream()
                    .map(StoredBinding::scriptId)
                    .collect(Collectors.toSet());
            Inventory server = new InventoryReader(open.server(), chosen.tenant(), cache(open))
                    .read(script -> bound.contains(script.id()));
            Optional<String> only = Optional.ofNullable(connector).filter(RequiredOption::is);
            only.ifPresent(name -> Lookup.connector(server.connectors(), name));
            List<Table> tables = PipelineView.of(server, only);
            return tables.isEmpty()
                    ? List.of(new Table("No script is bound to a connector.", List.of("hook"), List.of()))
                    : tables;
        }
    }
}
