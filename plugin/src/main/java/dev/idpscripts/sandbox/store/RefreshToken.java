package dev.idpscripts.sandbox.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A refresh token that was handed out (server.md 5.3).
 *
 * @param user whose it is
 * @param revoked used already, or logged out
 */
public record RefreshToken(String token, UUID user, Instant expiresAt, boolean revoked) {

    public RefreshToken revoke() {
        return new RefreshToken(token, user, expiresAt, true);
    }
}
