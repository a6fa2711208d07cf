package dev.idpscripts.mojo.maven;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Servers;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.report.style.LogLine;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.http.Waits;
import dev.idpscripts.server.login.Credentials;
import dev.idpscripts.server.login.LoginCache;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Opens the way to an environment's server, or starts the embedded one. */
public final class ServerConnector implements Servers {

    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final Log log;
    private final LoginCache logins;
    private final AtomicInteger requests;
    private final Supplier<Path> versions;
    private final Function<Environment, SandboxOptions> sandbox;
    private final Waits waits;
    private final Secrets secrets;

    /**
     * Makes it.
     *
     * @param requests counts what is sent
     * @param context what Maven keeps for this plugin during a build; the tokens of the build are kept there
     * @param versions where versions are kept that were read once, but for the embedded server's
     * @param sandbox how the embedded server is to be for an environment
     * @param waits how to wait for a server that is busy
     * @param secrets what is never said; gets to know what is found
     */
    public ServerConnector(
            MavenSession session,
            SettingsDecrypter decrypter,
            Log log,
            AtomicInteger requests,
            Map<Object, Object> context,
            Supplier<Path> versions,
            Function<Environment, SandboxOptions> sandbox,
            Waits waits,
            Secrets secrets) {
        this.session = session;
        this.decrypter = decrypter;
        this.log = log;
        this.requests = requests;
        this.versions = versions;
        this.sandbox = sandbox;
        this.waits = waits;
        this.secrets = secrets;
        this.logins = (LoginCache) context.computeIfAbsent(LoginCache.class.getName(), key -> new LoginCache());
    }

    @Override
    public Connection open(Environment environment) {
        return environment.url().map(url -> remote(environment, url)).orElseGet(() -> embedded(environment));
    }

    private Connection remote(Environment environment, URI url) {
        if (session.isOffline() && url.getScheme().equals("https")) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "Maven is offline (-o), and environment " + environment.name() + " is at " + url,
                    "Run without -o, or with an environment whose url is sandbox.");
        }
        Server server = server(environment, url, credentials(environment), route(url));
        Path kept = versions.get().resolve(cacheName(url, environment.tenant()));
        return new Connection(server, Optional.empty(), new VersionCache(Optional.of(kept)));
    }

    @Override
    public Credentials credentials(Environment environment) {
        return new MavenCredentials(session.getSettings(), decrypter, System.getenv(), secrets).of(environment);
    }

    @Override
    public ProxyRoute route(URI url) {
        ProxyRoute route = new MavenProxies(session).to(url);
        route.keepSecret(secrets);
        return route;
    }

    private Connection embedded(Environment environment) {
        Sandbox started = Sandbox.start(sandbox.apply(environment));
        Credentials credentials = new Credentials.Token(new Secret(started.token()), "the embedded server");
        Server server = server(environment, started.url(), credentials, ProxyRoute.DIRECT);
        return new Connection(server, Optional.of(started), new VersionCache(Optional.empty()));
    }

    /** Another server or tenant may have the same script with another history, such as a copy of production. */
    private static String cacheName(URI url, UUID tenant) {
        return UUID.nameUUIDFromBytes((url + " " + tenant).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void debug(String line) {
        if (log.isDebugEnabled()) {
            log.debug(LogLine.of(line, false));
        }
    }

    private Server server(Environment environment, URI url, Credentials credentials, ProxyRoute route) {
        return Server.connect(new Server.Access(
                url, environment.tenant(), credentials, route, logins, requests, this::debug, waits, secrets));
    }
}
