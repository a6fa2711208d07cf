package dev.idpscripts.sandbox.http;

import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Requests;
import dev.idpscripts.sandbox.wire.Struct;
import dev.idpscripts.sandbox.wire.Unreadable;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A request that has passed the pipeline, as an endpoint sees it. Whatever in it does not fit is refused as the framework of the
 * server refuses it (server.md 2.3).
 *
 * @param values what stands in the path where the pattern has a parameter, still encoded
 */
public record Call(Principal caller, Request request, List<String> values, Requests requests) {

    /** The first parameter of the path. */
    public UUID id() {
        return read(() -> requests.id(values));
    }

    /** The second parameter of the path, a version's number. */
    public int number() {
        return read(() -> requests.number(values));
    }

    public Fields query(Struct struct) {
        return read(() -> requests.query(struct, request.query()));
    }

    public Fields json(Struct struct) {
        return read(() -> {
            requests.checkJson(request.header("content-type").orElse(""));
            if (request.body().isTooLarge()) {
                throw ApiError.text(413, "Failed to buffer the request body: length limit exceeded");
            }
            return requests.json(struct, request.body().bytes());
        });
    }

    private static <T> T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (Unreadable e) {
            throw ApiError.text(e.status(), e.getMessage());
        }
    }
}
