package dev.idpscripts.sandbox.login;

import static dev.idpscripts.sandbox.wire.Struct.required;

import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.store.RefreshToken;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /auth}: password login with single-use refresh tokens (server.md 5.3). The real server's limit of five requests a
 * minute is left out: it would only slow down those who test against the embedded server.
 */
public final class AuthRoutes {

    private static final Struct LOGIN =
            Struct.of("LoginRequest", required("email", Kind.TEXT), required("password", Kind.TEXT));
    private static final Struct REFRESH = Struct.of("RefreshRequest", required("refresh_token", Kind.TEXT));
    private static final Struct LOGOUT = Struct.of("LogoutRequest", required("refresh_token", Kind.TEXT));

    private static final Pattern EMAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+");
    private static final int MAX_PASSWORD = 1024;
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(7);
    private static final int REFRESH_BYTES = 32;

    private record Tokens(String accessToken, String refreshToken, String tokenType, int expiresIn) {}

    private final Store store;
    private final Authentication credentials;
    private final AccessTokens accessTokens;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public AuthRoutes(Store store, Authentication credentials, AccessTokens accessTokens, Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.accessTokens = accessTokens;
        this.clock = clock;
    }

    public Answer login(Call call) {
        Fields body = loginBody(call);
        boolean allowed = credentials.isToken(body.text("password"))
                && credentials.tenantHeader(call.request()).equals(store.tenant());
        Optional<User> user = User.byEmail(body.text("email").toLowerCase(Locale.ROOT));
        return user.filter(u -> allowed)
                .map(this::tokens)
                .orElseThrow(() -> ApiError.auth(
                        401, "invalid-credentials", "Invalid Credentials", "The provided credentials are invalid."));
    }

    private static Fields loginBody(Call call) {
        Fields body = problemInsteadOfText(call);
        List<String> problems = new ArrayList<>();
        if (!EMAIL.matcher(body.text("email")).matches()) {
            problems.add("Invalid email format");
        }
        if (body.text("password").isEmpty() || body.text("password").length() > MAX_PASSWORD) {
            problems.add("Password must be 1-1024 characters");
        }
        if (!problems.isEmpty()) {
            throw invalid(String.join(", ", problems));
        }
        return body;
    }

    /** Login alone says as a problem what the framework says as text elsewhere. */
    private static Fields problemInsteadOfText(Call call) {
        try {
            return call.json(LOGIN);
        } catch (ApiError e) {
            throw invalid(e.getMessage());
        }
    }

    private static ApiError invalid(String why) {
        return ApiError.auth(422, "validation-error", "Validation Error", why);
    }

    public Answer refresh(Call call) {
        String given = call.json(REFRESH).text("refresh_token");
        RefreshToken token = store.refreshTokens()
                .find(given)
                .orElseThrow(
                        () -> ApiError.auth(401, "invalid-token", "Invalid Token", "The provided token is invalid."));
        if (token.revoked()) {
            String detail = "This refresh token has been revoked. Please login again.";
            throw ApiError.auth(401, "token-revoked", "Token Revoked", detail);
        }
        if (token.expiresAt().isBefore(clock.instant())) {
            String detail = "The refresh token has expired. Please login again.";
            throw ApiError.auth(401, "token-expired", "Token Expired", detail);
        }
        store.refreshTokens().put(token.revoke());
        return tokens(User.byId(token.user()).orElseThrow());
    }

    public Answer logout(Call call) {
        String given = call.json(LOGOUT).text("refresh_token");
        store.refreshTokens().find(given).ifPresent(t -> store.refreshTokens().put(t.revoke()));
        return Answer.noContent();
    }

    private Answer tokens(User user) {
        byte[] bytes = new byte[REFRESH_BYTES];
        random.nextBytes(bytes);
        String refresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.refreshTokens()
                .put(new RefreshToken(refresh, user.id(), clock.instant().plus(REFRESH_LIFETIME), false));
        return Answer.ok(new Tokens(accessTokens.issue(user), refresh, "Bearer", AccessTokens.SECONDS));
    }
}
