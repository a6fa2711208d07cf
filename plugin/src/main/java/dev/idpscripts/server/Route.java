package dev.idpscripts.server;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.Optional;

/**
 * The way to a server.
 *
 * @param proxy which proxy, if any
 * @param authenticator answers the proxy when it asks who we are
 */
public record Route(ProxySelector proxy, Optional<Authenticator> authenticator) {

    /** Straight there. */
    public static final Route DIRECT = new Route(HttpClient.Builder.NO_PROXY, Optional.empty());

    /** Through a proxy that asks nobody. */
    public static Route through(String host, int port) {
        return new Route(ProxySelector.of(new InetSocketAddress(host, port)), Optional.empty());
    }

    /** Through a proxy that asks for a user and password. */
    public static Route through(String host, int port, String user, Secret password) {
        Authenticator authenticator = new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                        ? new PasswordAuthentication(user, password.value().toCharArray())
                        : null;
            }
        };
        return new Route(through(host, port).proxy(), Optional.of(authenticator));
    }
}
