package dev.idpscripts.server.login;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Bearer;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.http.Transport;
import java.util.Map;
import java.util.Optional;

/**
 * A user's session: logs in when the first token is needed, and once in a build, because the server allows five requests a
 * minute to all of {@code /auth} (server.md 5.3). A refused login is never tried again: five of them lock the account.
 */
public final class LoginSession implements Bearer {

    /** What a login or refresh answers; with {@code mfaRequired} there is no access token. */
    public record Tokens(String accessToken, String refreshToken, boolean mfaRequired) {

        @Override
        public String toString() {
            return "Tokens[***]";
        }
    }

    private final Transport transport;
    private final Credentials.Login login;
    private final LoginCache cache;
    private final String key;

    public LoginSession(Transport transport, Credentials.Login login, LoginCache cache) {
        this.transport = transport;
        this.login = login;
        this.cache = cache;
        this.key = transport.address() + " " + login.user();
    }

    @Override
    public synchronized Secret token() {
        return access(cache.get(key).orElseGet(this::logIn));
    }

    @Override
    public synchronized Optional<Secret> renew(Secret refused) {
        Optional<Tokens> current = cache.get(key);
        if (current.isPresent() && !access(current.get()).equals(refused)) {
            return current.map(LoginSession::access);
        }
        return Optional.of(access(current.flatMap(this::refresh).orElseGet(this::logIn)));
    }

    private Tokens logIn() {
        login.password().refuseUnlessText("the password from " + login.source());
        transport.secrets().add(login.password().value());
        ApiRequest request = ApiRequest.post("log in as " + login.user(), "/auth/login")
                .with(Map.of("email", login.user(), "password", login.password().value()))
                .withoutToken();
        Tokens answer = transport.send(request, this, Tokens.class);
        if (answer.mfaRequired() || answer.accessToken() == null) {
            throw new UserError(
                    ErrorCode.CREDENTIALS_REFUSED,
                    request.action() + " failed: the server asks this user for a second factor",
                    "Use an API key of an admin user instead: IDP_SCRIPTS_TOKEN.");
        }
        keep(answer);
        return answer;
    }

    /** Empty if the refresh token is used up or lost, which only a new login can mend (server.md 9.20). */
    private Optional<Tokens> refresh(Tokens old) {
        try {
            ApiRequest request = ApiRequest.post("refresh the token of " + login.user(), "/auth/refresh")
                    .with(Map.of("refresh_token", String.valueOf(old.refreshToken())))
                    .withoutToken();
            Tokens fresh = transport.send(request, this, Tokens.class);
            keep(fresh);
            return Optional.of(fresh);
        } catch (IdpScriptsException e) {
            return Optional.empty();
        }
    }

    private void keep(Tokens fresh) {
        transport.secrets().add(fresh.accessToken());
        transport.secrets().add(fresh.refreshToken());
        cache.put(key, fresh);
    }

    private static Secret access(Tokens tokens) {
        return new Secret(tokens.accessToken());
    }
}
