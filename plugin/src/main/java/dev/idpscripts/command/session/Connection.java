package dev.idpscripts.command.session;

import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.VersionCache;
import java.util.Optional;

/**
 * An open way to an environment's server. Closing it also ends the embedded server, if that is the one.
 *
 * @param server the server
 * @param sandbox the embedded server, if that is the one
 * @param cache versions that were read once
 */
public record Connection(Server server, Optional<Sandbox> sandbox, VersionCache cache) implements AutoCloseable {

    @Override
    public void close() {
        server.close();
        sandbox.ifPresent(Sandbox::close);
    }
}
