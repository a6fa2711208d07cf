package dev.idpscripts.server;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.server.http.Bearer;
import dev.idpscripts.server.http.Caller;
import dev.idpscripts.server.http.Exchange;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Transport;
import dev.idpscripts.server.http.Waits;
import dev.idpscripts.server.login.Claims;
import dev.idpscripts.server.login.Credentials;
import dev.idpscripts.server.login.LoginCache;
import dev.idpscripts.server.login.LoginSession;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One tenant on one server, with the groups of operations it offers. */
public final class Server implements AutoCloseable {

    /** Clocks may differ by this much; the server's own leeway (server.md 5.3). */
    private static final long LEEWAY_SECONDS = 60;

    /**
     * How to reach a server.
     *
     * @param url its address
     * @param tenant whose objects
     * @param credentials how to prove who we are
     * @param route how to get there
     * @param logins tokens of this build
     * @param requests counts what is sent, also when connecting fails
     * @param trace takes a line for each request, without secrets
     * @param waits how to wait for a busy server
     * @param secrets what is never said
     */
    public record Access(
            URI url,
            UUID tenant,
            Credentials credentials,
            ProxyRoute route,
            LoginCache logins,
            AtomicInteger requests,
            Consumer<String> trace,
            Waits waits,
            Secrets secrets) {}

    private final Transport transport;
    private final ScriptsApi scripts;
    private final VersionsApi versions;
    private final TestingApi testing;
    private final BindingsApi bindings;
    private final TemplatesApi templates;
    private final InsightApi insight;
    private final ConnectorsApi connectors;
    private final Quirks quirks;

    private Server(Transport transport, Caller caller) {
        this.transport = transport;
        this.scripts = new ScriptsApi(caller);
        this.versions = new VersionsApi(caller);
        this.testing = new TestingApi(caller);
        this.bindings = new BindingsApi(caller);
        this.templates = new TemplatesApi(caller);
        this.insight = new InsightApi(caller);
        this.connectors = new ConnectorsApi(caller);
        this.quirks = new Quirks(caller);
    }

    /**
     * Gets ready; logs in if that is needed. An access token that is not for this tenant is refused here, because the server
     * would show an empty tenant instead of refusing (server.md 5.2).
     *
     * @throws UserError if the token is for another tenant or has expired, or the login is refused
     */
    public static Server connect(Access access) {
        return connect(access, Transport.LIMITS);
    }

    /**
     * The same with other limits.
     *
     * @param limits what is waited for and taken of an answer
     */
    public static Server connect(Access access, Exchange.Limits limits) {
        Transport transport = new Transport(
                access.url(),
                access.tenant(),
                access.credentials().source(),
                access.route(),
                limits,
                access.waits(),
                access.requests(),
                access.trace(),
                access.secrets());
        try {
            return connect(access, transport);
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }

    private static Server connect(Access access, Transport transport) {
        Bearer bearer = access.credentials() instanceof Credentials.Login login
                ? new LoginSession(transport, login, access.logins())
                : Bearer.fixed(((Credentials.Token) access.credentials()).token());
        Claims.of(bearer.token()).ifPresent(claims -> check(claims, access));
        return new Server(transport, new Caller(transport, bearer));
    }

    private static void check(Claims claims, Access access) {
        String source = access.credentials().source();
        claims.tenant().filter(tenant -> !tenant.equals(access.tenant())).ifPresent(tenant -> {
            throw new UserError(
                    ErrorCode.TENANT_MISMATCH,
                    "the token from " + source + " is for tenant " + tenant + ", but the environment names "
                            + access.tenant(),
                    "Correct \"tenant\" in the environment's file, or use a token of that tenant. Nothing was sent.");
        });
        claims.expires()
                .filter(end -> end.plusSeconds(LEEWAY_SECONDS).isBefore(Instant.now()))
                .ifPresent(end -> {
                    throw new UserError(
                            ErrorCode.CREDENTIALS_REFUSED,
                            "the token from " + source + " expired at " + end,
                            "Access tokens live 15 minutes: get a new one, or use an API key. Nothing was sent.");
                });
    }

    /** Ends the way to the server. */
    @Override
    public void close() {
        transport.close();
    }

    public Quirks quirks() {
        return quirks;
    }

    public ScriptsApi scripts() {
        return scripts;
    }

    public VersionsApi versions() {
        return versions;
    }

    public TestingApi testing() {
        return testing;
    }

    public BindingsApi bindings() {
        return bindings;
    }

    public TemplatesApi templates() {
        return templates;
    }

    /** The scripts, or the templates. */
    public NamedApi named(ObjectAddress.Type type) {
        return type == ObjectAddress.Type.SCRIPT ? scripts : templates;
    }

    public InsightApi insight() {
        return insight;
    }

    public ConnectorsApi connectors() {
        return connectors;
    }
}
