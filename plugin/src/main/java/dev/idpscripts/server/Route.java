package dev.idpscripts.server;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The way to a server.
 *
 * @param proxy which proxy, if any
 * @param authorization what the proxy is told about who we are. Sent with each request, because a client with an
 *     authenticator takes the server's own 401, which names no scheme, for a broken answer.
 */
public record Route(ProxySelector proxy, Optional<Secret> authorization) {

    /** Straight there. */
    public static final Route DIRECT = new Route(HttpClient.Builder.NO_PROXY, Optional.empty());

    /** Through a proxy that asks nobody. */
    public static Route through(String host, int port) {
        return new Route(ProxySelector.of(new InetSocketAddress(host, port)), Optional.empty());
    }

    /** Through a proxy that wants a user and password. */
    public static Route through(String host, int port, String user, Secret password) {
        byte[] pair = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
        return new Route(
                through(host, port).proxy(),
                Optional.of(new Secret("Basic " + Base64.getEncoder().encodeToString(pair))));
    }
}
