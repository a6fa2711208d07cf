package dev.idpscripts.sandbox.login;

import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes and checks access tokens: JWTs signed with RS256 (server.md 5.3). The key lives as long as the process, so a restart
 * ends them all.
 */
public final class AccessTokens {

    /** Seconds that a token is good for. */
    static final int SECONDS = 900;

    private static final int LEEWAY_SECONDS = 60;
    private static final String ISSUER = "xavyo";
    private static final String HEADER =
            encoded("{\"typ\":\"JWT\",\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));

    private record Claims(
            UUID sub,
            String iss,
            List<String> aud,
            long exp,
            long iat,
            UUID jti,
            UUID tid,
            List<String> roles,
            String email) {}

    private final UUID tenant;
    private final Clock clock;
    private KeyPair keys;

    public AccessTokens(UUID tenant, Clock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    public String issue(User user) {
        long now = clock.instant().getEpochSecond();
        Claims claims = new Claims(
                user.id(),
                ISSUER,
                List.of(ISSUER),
                now + SECONDS,
                now,
                UUID.randomUUID(),
                tenant,
                List.of(user.role()),
                user.email());
        String content = HEADER + "." + encoded(Json.write(claims));
        return content + "." + encoded(signature(content));
    }

    /** Whose token it is; empty if it is not one of ours, or too old. */
    Optional<Principal> verify(String token) {
        int dot = token.lastIndexOf('.');
        if (!token.startsWith(HEADER + ".") || dot == HEADER.length() || !isSigned(token, dot)) {
            return Optional.empty();
        }
        Claims claims = claims(token.substring(HEADER.length() + 1, dot));
        boolean alive = clock.instant().getEpochSecond() <= claims.exp() + LEEWAY_SECONDS;
        return alive ? Optional.of(new Principal(claims.sub(), Set.copyOf(claims.roles()))) : Optional.empty();
    }

    private static Claims claims(String encoded) {
        try {
            return Json.reader(Claims.class).readValue(Base64.getUrlDecoder().decode(encoded));
        } catch (IOException e) {
            throw new IllegalStateException("what we signed ourselves is readable", e);
        }
    }

    private byte[] signature(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys().getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can sign so", e);
        }
    }

    private boolean isSigned(String token, int dot) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys().getPublic());
            signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Made when first needed: it takes a while, and API keys need none. */
    private synchronized KeyPair keys() throws GeneralSecurityException {
        if (keys == null) {
            keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        }
        return keys;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
