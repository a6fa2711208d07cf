package dev.idpscripts.model.declared;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.SourceLocation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One {@code environments/<name>.yaml}: where to, and what differs there.
 *
 * @param name the file's name without {@code .yaml}
 * @param url https, or http to a loopback address; empty for the embedded server
 * @param tenant whose objects these are
 * @param serverId the {@code <server>} in settings.xml that holds the credentials
 * @param connectors a connector's name in the repository to its name in this environment
 * @param values what {@code @@name@@} in a body stands for
 * @param guards brakes for this environment
 * @param sandboxConnectors connectors that the embedded server starts with
 * @param mask names of attributes that hold secrets, {@code *} for any characters; more than those that every repository has
 * @param removed what must go from this server; without bindings
 * @param origin the file
 */
public record Environment(
        String name,
        Optional<URI> url,
        UUID tenant,
        Optional<String> serverId,
        Map<String, String> connectors,
        Map<String, String> values,
        Guards guards,
        List<String> sandboxConnectors,
        List<String> mask,
        Tombstones removed,
        SourceLocation origin) {

    /** The tenant every server has (server.md 5.2); the embedded server has no other unless told. */
    public static final UUID SYSTEM_TENANT = UUID.fromString("00000000-0000-0000-0000-000000000001");

    public Environment {
        connectors = Map.copyOf(connectors);
        values = Map.copyOf(values);
        sandboxConnectors = List.copyOf(sandboxConnectors);
        mask = List.copyOf(mask);
    }

    /**
     * The same place, with what another time declares for it: values, names of connectors, and what must go. Where it is, in whose tenant, and
     * what brakes it has is always so as it is now.
     */
    public Environment declaring(Environment then) {
        return new Environment(
                name,
                url,
                tenant,
                serverId,
                then.connectors,
                then.values,
                guards,
                sandboxConnectors,
                mask,
                then.removed,
                then.origin);
    }

    /** The name here of a connector that the files call {@code name}. */
    public String connectorHere(String name) {
        return ObjectName.find(name, connectors.keySet(), key -> key)
                .map(connectors::get)
                .orElse(name);
    }
}
