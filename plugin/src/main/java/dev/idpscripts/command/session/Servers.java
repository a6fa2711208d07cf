package dev.idpscripts.command.session;

import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.login.Credentials;
import java.net.URI;

/** The way to servers: credentials, proxies, and the embedded one. */
public interface Servers {

    /** Opens the way to an environment's server, or starts the embedded one. */
    Connection open(Environment environment);

    /**
     * The credentials for an environment that has an address.
     *
     * @throws dev.idpscripts.model.error.UserError if there are none
     */
    Credentials credentials(Environment environment);

    /** The way to an address. */
    ProxyRoute route(URI address);
}
