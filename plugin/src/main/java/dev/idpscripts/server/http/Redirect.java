package dev.idpscripts.server.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * Where an answer sends us. It is told and never followed: the token would go along.
 *
 * @param target without user, query and fragment, which may hold secrets
 */
public record Redirect(URI target) {

    /** Empty if the answer is none, or does not say where to. */
    public static Optional<Redirect> of(HttpResponse<?> answer) {
        return answer.statusCode() / 100 != 3
                ? Optional.empty()
                : answer.headers()
                        .firstValue("location")
                        .filter(text -> !text.isBlank())
                        .flatMap(text -> target(answer.uri(), text));
    }

    private static Optional<Redirect> target(URI from, String location) {
        try {
            URI to = from.resolve(new URI(location.strip().split("[?#]", 2)[0].replace(" ", "%20")));
            String authority = to.getRawAuthority();
            return authority == null
                    ? Optional.empty()
                    : Optional.of(new Redirect(new URI(
                            to.getScheme(),
                            authority.substring(authority.lastIndexOf('@') + 1),
                            to.getPath(),
                            null,
                            null)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The address of a server that would not have redirected: the target without the path of the request.
     *
     * @param base the address that was asked
     * @param path the request's, from the server's root
     * @return empty if the target is another place, such as a login page, or none that an environment may name
     */
    Optional<String> server(URI base, String path) {
        String to = target.toString();
        return Optional.of(to)
                .filter(text -> text.startsWith("https://") && text.endsWith(path))
                .map(text -> text.substring(0, text.length() - path.length()))
                .filter(text -> !text.equals(root(base)));
    }

    /** An address to which a path can be put. */
    public static String root(URI base) {
        return base.toString().replaceAll("/+$", "");
    }
}
