package dev.idpscripts.sandbox.login;

import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.http.Request;
import dev.idpscripts.sandbox.http.Route.RequiredRole;
import dev.idpscripts.sandbox.wire.Requests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** Finds out who sends a request (server.md 5.1, 5.2 and 5.4). */
public final class Authentication {

    private static final String BEARER = "Bearer ";
    private static final String API_KEY = "xavyo_sk_";

    private final String token;
    private final UUID tenant;
    private final AccessTokens accessTokens;
    private final Requests requests;

    /**
     * Takes the token, and access tokens of its own.
     *
     * @param token an API key of the tenant's admin, whatever it looks like
     */
    public Authentication(String token, UUID tenant, AccessTokens accessTokens, Requests requests) {
        this.token = token;
        this.tenant = tenant;
        this.accessTokens = accessTokens;
        this.requests = requests;
    }

    public Principal check(RequiredRole access, Request request) {
        if (access == RequiredRole.NOTHING) {
            return Principal.ANYBODY;
        }
        UUID header = tenantHeader(request);
        if (access == RequiredRole.TENANT) {
            return Principal.ANYBODY;
        }
        Principal caller = caller(request, header);
        if (access == RequiredRole.ADMIN && !caller.isAdmin()) {
            throw ApiError.notAdmin();
        }
        return caller;
    }

    /** The tenant that the request names; it must name one. */
    UUID tenantHeader(Request request) {
        return request.header("x-tenant-id")
                .flatMap(text -> requests.id(text.strip()))
                .orElseThrow(() -> ApiError.silent(401));
    }

    private Principal caller(Request request, UUID header) {
        String authorization =
                request.header("authorization").orElseThrow(() -> ApiError.text(401, "Missing Authorization header"));
        if (!authorization.startsWith(BEARER)) {
            throw ApiError.text(401, "Invalid Authorization header format");
        }
        String given = authorization.substring(BEARER.length());
        if (isToken(given)) {
            return ownerOfTheToken(header);
        }
        if (given.startsWith(API_KEY)) {
            throw ApiError.json(401, "unauthorized", "Invalid API key");
        }
        return accessTokens.verify(given).orElseThrow(() -> ApiError.text(401, "Invalid or expired token"));
    }

    /** Whether this is the configured token, told without a hint in the time it takes. */
    boolean isToken(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private Principal ownerOfTheToken(UUID header) {
        if (!header.equals(tenant)) {
            throw ApiError.json(401, "unauthorized", "Tenant mismatch");
        }
        return User.ADMIN.caller();
    }
}
