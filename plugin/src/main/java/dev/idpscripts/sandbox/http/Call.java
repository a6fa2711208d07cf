package dev.idpscripts.sandbox.http;

import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.JsonFault;
import dev.idpscripts.sandbox.wire.JsonStruct;
import dev.idpscripts.sandbox.wire.QueryString;
import dev.idpscripts.sandbox.wire.RustParse;
import dev.idpscripts.sandbox.wire.RustText;
import dev.idpscripts.sandbox.wire.Struct;
import dev.idpscripts.sandbox.wire.UuidText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A request that has passed all gates, as an endpoint sees it. Whatever in it does not fit is refused as the framework of the
 * server refuses it (server.md 2.3).
 *
 * @param values what stands in the path where the pattern has a parameter, still encoded
 */
public record Call(Principal caller, Request request, List<String> values) {

    /** The first parameter of the path. */
    public UUID id() {
        try {
            return UuidText.parse(value(0));
        } catch (IllegalArgumentException e) {
            throw ApiError.text(400, "Invalid URL: " + e.getMessage());
        }
    }

    /** The second parameter of the path, a version's number. */
    public int number() {
        try {
            return (int) RustParse.whole(value(1), Integer.SIZE);
        } catch (IllegalArgumentException e) {
            String shown = RustText.quoted(value(1));
            throw ApiError.text(
                    400, "Invalid URL: Cannot parse value at index 1 with value `" + shown + "` to a `i32`");
        }
    }

    private String value(int index) {
        // A plus sign is itself in a path.
        return URLDecoder.decode(values.get(index).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    public Fields query(Struct struct) {
        try {
            return QueryString.read(struct, request.query());
        } catch (IllegalArgumentException e) {
            throw ApiError.text(400, "Failed to deserialize query string: " + e.getMessage());
        }
    }

    public Fields json(Struct struct) {
        if (!request.header("content-type").map(Call::isJson).orElse(false)) {
            throw ApiError.text(415, "Expected request with `Content-Type: application/json`");
        }
        if (request.body().isTooLarge()) {
            throw ApiError.text(413, "Failed to buffer the request body: length limit exceeded");
        }
        try {
            return JsonStruct.read(struct, request.body().bytes());
        } catch (JsonFault e) {
            throw e.isSyntax()
                    ? ApiError.text(400, "Failed to parse the request body as JSON: " + e.getMessage())
                    : ApiError.text(422, "Failed to deserialize the JSON body into the target type: " + e.getMessage());
        }
    }

    private static boolean isJson(String contentType) {
        return contentType.matches("(?i)application/(json|[^;\\s]+\\+json)\\s*(;.*)?");
    }
}
