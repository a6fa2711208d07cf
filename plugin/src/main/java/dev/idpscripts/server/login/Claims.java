package dev.idpscripts.server.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.model.Uuids;
import dev.idpscripts.server.http.ApiJson;
import dev.idpscripts.server.http.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an access token says about itself (server.md 5.3). It is read, not verified: that is the server's part.
 *
 * @param tenant the tenant it is for
 * @param expires when it ends
 * @param roles what its owner may do; a {@code client_credentials} token has none (server.md 5.5)
 */
public record Claims(Optional<UUID> tenant, Optional<Instant> expires, List<String> roles) {

    /** Empty if the token is no JSON Web Token, as an API key is none. */
    public static Optional<Claims> of(Secret token) {
        String[] parts = token.value().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return ApiJson.tree(payload).filter(JsonNode::isObject).map(Claims::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Claims of(JsonNode payload) {
        Optional<Instant> expires = Optional.of(payload.path("exp"))
                .filter(JsonNode::canConvertToLong)
                // Beyond what Java can say it does not expire.
                .filter(exp -> exp.longValue() <= Instant.MAX.getEpochSecond()
                        && exp.longValue() >= Instant.MIN.getEpochSecond())
                .map(exp -> Instant.ofEpochSecond(exp.longValue()));
        List<String> roles = new ArrayList<>();
        payload.path("roles").forEach(role -> roles.add(role.asText()));
        return new Claims(Uuids.parse(payload.path("tid").asText()), expires, List.copyOf(roles));
    }
}
