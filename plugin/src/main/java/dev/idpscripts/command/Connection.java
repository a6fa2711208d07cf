package dev.idpscripts.command;

import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.server.Server;
import java.util.Optional;

/**
 * An open way to an environment's server. Closing it also ends the embedded server, if that is the one.
 *
 * @param server the server
 * @param sandbox the embedded server, if that is the one
 * @param cacheName names the place for versions of this server and tenant; empty if they are not worth keeping
 */
public record Connection(Server server, Optional<Sandbox> sandbox, Optional<String> cacheName)
        implements AutoCloseable {

    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
    }
}
