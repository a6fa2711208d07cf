package dev.idpscripts.server.http;

import dev.idpscripts.model.secret.Secrets;
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
 * @param name which proxy, in words for messages; empty if there is none
 */
public record ProxyRoute(ProxySelector proxy, Optional<Secret> authorization, Optional<String> name) {

    private static final String BASIC = "Basic ";

    /** Straight there. */
    public static final ProxyRoute DIRECT =
            new ProxyRoute(HttpClient.Builder.NO_PROXY, Optional.empty(), Optional.empty());

    /** Lets what the proxy is told be hidden: the whole of it, and the password. */
    public void keepSecret(Secrets secrets) {
        authorization.map(secret -> secret.value().substring(BASIC.length())).ifPresent(pair -> {
            secrets.add(pair);
            String clear = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8);
            secrets.add(clear.substring(clear.indexOf(':') + 1));
        });
    }

    /** Through a proxy that asks nobody. */
    public static ProxyRoute through(String host, int port) {
        return new ProxyRoute(
                ProxySelector.of(new InetSocketAddress(host, port)),
                Optional.empty(),
                Optional.of("the proxy " + host + ":" + port));
    }

    /** Through a proxy that wants a user and password. */
    public static ProxyRoute through(String host, int port, String user, Secret password) {
        byte[] pair = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
        ProxyRoute open = through(host, port);
        return new ProxyRoute(
                open.proxy(), Optional.of(new Secret(BASIC + Base64.getEncoder().encodeToString(pair))), open.name());
    }

    /**
     * The same, saying where the proxy comes from.
     *
     * @param source such as {@code "corp" in settings.xml}
     */
    public ProxyRoute from(String source) {
        return new ProxyRoute(proxy, authorization, name.map(text -> text + " (" + source + ")"));
    }
}
