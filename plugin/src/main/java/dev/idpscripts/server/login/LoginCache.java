package dev.idpscripts.server.login;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the tokens of a build in memory, so that several goals in one build log in once. */
public final class LoginCache {

    private final Map<String, LoginSession.Tokens> tokens = new ConcurrentHashMap<>();

    Optional<LoginSession.Tokens> get(String key) {
        return Optional.ofNullable(tokens.get(key));
    }

    void put(String key, LoginSession.Tokens value) {
        tokens.put(key, value);
    }
}
