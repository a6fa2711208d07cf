package dev.idpscripts.server;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.server.http.Exchange;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.http.Transport;
import dev.idpscripts.server.http.Waits;
import dev.idpscripts.server.login.Credentials;
import dev.idpscripts.server.login.LoginCache;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients of stub servers. */
final class Servers {

    static final UUID TENANT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final Credentials TOKEN = new Credentials.Token(new Secret("s3cret-token"), "IDP_SCRIPTS_TOKEN");
    static final Credentials LOGIN =
            new Credentials.Login("ada@example.com", new Secret("s3cret-pass"), "IDP_SCRIPTS_USERNAME");

    static final Waits NO_WAITS = new Waits(Duration.ofSeconds(90), time -> {}, line -> {});

    private Servers() {}

    static Server client(WireMockExtension stub, Credentials credentials) {
        return client(URI.create(http(stub)), credentials, new AtomicInteger());
    }

    /** Not baseUrl(), which is https where the stub has both. */
    static String http(WireMockExtension stub) {
        return "http://localhost:" + stub.getPort();
    }

    static Server client(URI url, Credentials credentials, AtomicInteger requests) {
        return client(url, credentials, requests, NO_WAITS);
    }

    static Server client(URI url, Credentials credentials, AtomicInteger requests, Waits waits) {
        return Server.connect(new Server.Access(
                url,
                TENANT,
                credentials,
                ProxyRoute.DIRECT,
                new LoginCache(),
                requests,
                line -> {},
                waits,
                new Secrets()));
    }

    static Transport transport(URI url, ProxyRoute route, Exchange.Limits limits) {
        return new Transport(url, TENANT, "x", route, limits, NO_WAITS, new AtomicInteger(), line -> {}, new Secrets());
    }
}
