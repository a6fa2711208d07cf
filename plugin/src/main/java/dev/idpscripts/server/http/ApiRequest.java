package dev.idpscripts.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param action what it does, in words: its errors begin with this
 * @param method the HTTP method
 * @param path from the server's root, already escaped
 * @param query parameters, not yet escaped; null values are left out
 * @param body what is sent as JSON
 * @param authenticated whether the token is sent
 * @param asks whether it changes nothing on the server, though it is no GET
 * @param expect whether what it is for is there
 */
public record ApiRequest(
        String action,
        String method,
        String path,
        Map<String, Object> query,
        Optional<Object> body,
        boolean authenticated,
        boolean asks,
        Expect expect) {

    public static ApiRequest get(String action, String path) {
        return new ApiRequest(action, "GET", path, Map.of(), Optional.empty(), true, false, Expect.PERHAPS);
    }

    public static ApiRequest post(String action, String path) {
        return new ApiRequest(action, "POST", path, Map.of(), Optional.empty(), true, false, Expect.PERHAPS);
    }

    /** A POST that changes nothing on the server, so that it may be sent again. */
    public static ApiRequest ask(String action, String path) {
        return new ApiRequest(action, "POST", path, Map.of(), Optional.empty(), true, true, Expect.PERHAPS);
    }

    public static ApiRequest put(String action, String path) {
        return new ApiRequest(action, "PUT", path, Map.of(), Optional.empty(), true, false, Expect.PERHAPS);
    }

    public static ApiRequest delete(String action, String path) {
        return new ApiRequest(action, "DELETE", path, Map.of(), Optional.empty(), true, false, Expect.PERHAPS);
    }

    public ApiRequest with(Object json) {
        return new ApiRequest(action, method, path, query, Optional.of(json), authenticated, asks, expect);
    }

    /** Adds a query parameter; none if the value is null. */
    public ApiRequest where(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new ApiRequest(action, method, path, more, body, authenticated, asks, expect);
    }

    public ApiRequest withoutToken() {
        return new ApiRequest(action, method, path, query, body, false, asks, expect);
    }

    /** The same, knowing whether what it is for is there. */
    public ApiRequest expecting(Expect presence) {
        return new ApiRequest(action, method, path, query, body, authenticated, asks, presence);
    }

    boolean isWrite() {
        return !method.equals("GET") && !asks;
    }

    String pathAndQuery() {
        StringBuilder text = new StringBuilder(path);
        query.forEach((name, value) -> {
            if (value != null) {
                text.append(text.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(escape(value.toString()));
            }
        });
        return text.toString();
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
