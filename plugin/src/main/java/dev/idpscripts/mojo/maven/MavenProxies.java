package dev.idpscripts.mojo.maven;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Secret;
import java.net.URI;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;

/** The way to a server by the proxies in settings.xml, chosen by Maven's own rules. */
final class MavenProxies {

    private static final int HIGHEST_PORT = 65_535;

    private final MavenSession session;

    MavenProxies(MavenSession session) {
        this.session = session;
    }

    ProxyRoute to(URI url) {
        RemoteRepository place = new RemoteRepository.Builder("idp-scripts", "default", url.toString()).build();
        Proxy proxy = session.getRepositorySession().getProxySelector().getProxy(place);
        if (proxy == null) {
            return ProxyRoute.DIRECT;
        }
        if (proxy.getPort() < 1
                || proxy.getPort() > HIGHEST_PORT
                || proxy.getHost().isBlank()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "the <proxy> for " + url + " in settings.xml has no host and port that can be: \"" + proxy.getHost()
                            + "\", " + proxy.getPort(),
                    "Correct its <host> and <port>, which is from 1 to " + HIGHEST_PORT + ". Nothing was sent.");
        }
        RemoteRepository behind =
                new RemoteRepository.Builder(place).setProxy(proxy).build();
        try (AuthenticationContext context = AuthenticationContext.forProxy(session.getRepositorySession(), behind)) {
            String user = context == null ? null : context.get(AuthenticationContext.USERNAME);
            String password = context == null ? null : context.get(AuthenticationContext.PASSWORD);
            ProxyRoute route = user == null || password == null
                    ? ProxyRoute.through(proxy.getHost(), proxy.getPort())
                    : ProxyRoute.through(proxy.getHost(), proxy.getPort(), user, new Secret(password));
            return route.from(source(proxy));
        }
    }

    /** Maven's selector does not tell by which id a proxy is known. */
    private String source(Proxy proxy) {
        return session.getSettings().getProxies().stream()
                .filter(known -> known.isActive()
                        && known.getPort() == proxy.getPort()
                        && proxy.getHost().equals(known.getHost()))
                .findFirst()
                .map(known -> "\"" + known.getId() + "\" in settings.xml")
                .orElse("from settings.xml");
    }
}
