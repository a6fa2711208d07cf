package dev.idpscripts.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What an access token says about itself (server.md 5.3). It is read, not verified: that is the server's part.
 *
 * @param tenant the tenant it is for
 * @param expires when it ends
 */
record Claims(Optional<UUID> tenant, Optional<Instant> expires) {

    /** Empty if the token is no JSON Web Token, as an API key is none. */
    static Optional<Claims> of(Secret token) {
        String[] parts = token.value().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Json.tree(payload).filter(JsonNode::isObject).map(Claims::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Claims of(JsonNode payload) {
        Optional<Instant> expires = Optional.of(payload.path("exp"))
                .filter(JsonNode::canConvertToLong)
                .map(exp -> Instant.ofEpochSecond(exp.longValue()));
        return new Claims(uuid(payload.path("tid").asText()), expires);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
