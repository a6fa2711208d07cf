package dev.idpscripts.server.login;

import dev.idpscripts.server.http.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can be told about credentials without asking the server, and without the secret.
 *
 * @param kind in words
 * @param expires when an access token ends
 * @param roles an access token's; empty for all others
 */
public record TokenFacts(String kind, Optional<Instant> expires, Optional<List<String>> roles) {

    private static final String API_KEY = "xavyo_sk_";

    public static TokenFacts of(Credentials credentials) {
        if (credentials instanceof Credentials.Login login) {
            return new TokenFacts("login as " + login.user(), Optional.empty(), Optional.empty());
        }
        Secret token = ((Credentials.Token) credentials).token();
        if (token.value().startsWith(API_KEY)) {
            return new TokenFacts("API key", Optional.empty(), Optional.empty());
        }
        return Claims.of(token)
                .map(claims -> new TokenFacts("access token", claims.expires(), Optional.of(claims.roles())))
                .orElse(new TokenFacts("token of an unknown kind", Optional.empty(), Optional.empty()));
    }
}
