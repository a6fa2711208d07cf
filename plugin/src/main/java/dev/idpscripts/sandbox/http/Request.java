package dev.idpscripts.sandbox.http;

import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param path still encoded
 * @param query still encoded; may be empty
 * @param headers by name in lower case; of several of one name the first
 */
public record Request(String method, String path, String query, Map<String, String> headers, RequestBody body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
