package dev.idpscripts.sandbox.wire;

import dev.idpscripts.engine.Extracted;
import dev.idpscripts.engine.Serde;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads what stands in requests: what is plain by itself, and all else through {@link Serde}, which takes what the server takes
 * and refuses it in the server's words. An {@link Unreadable} is thrown for what is refused.
 */
public final class Requests {

    private static final Set<String> PLAIN_JSON =
            Set.of("application/json", "application/json; charset=utf-8", "application/json;charset=utf-8");
    private static final Struct PATH =
            Struct.of("path", Struct.required("id", Kind.ID), Struct.optional("number", Kind.I32));

    /** Reads a request, if it is plain. */
    private interface Plain<T> {
        T read() throws IOException;
    }

    private final Serde serde;

    public Requests(Serde serde) {
        this.serde = serde;
    }

    /** Refuses what is not the content type of JSON. */
    public void checkJson(String contentType) {
        if (!PLAIN_JSON.contains(contentType.toLowerCase(Locale.ROOT))) {
            taken(serde.mime(contentType));
        }
    }

    public Fields json(Struct struct, byte[] body) {
        return plain(() -> JsonBody.read(struct, body))
                .orElseGet(() -> fields(struct, serde.json(struct.name(), body)));
    }

    /** A query string, still encoded; may be empty. */
    public Fields query(Struct struct, String query) {
        return plain(() -> QueryString.read(struct, query))
                .orElseGet(() -> fields(struct, serde.query(struct.name(), query)));
    }

    /** The first of what stands in a path, still encoded. */
    public UUID id(List<String> path) {
        return plain(() -> PlainText.id(path.get(0)))
                .orElseGet(() -> fields(PATH, serde.path(path)).id("id"));
    }

    /** The second. */
    public int number(List<String> path) {
        return plain(() -> PlainText.i32(path.get(1)))
                .map(Math::toIntExact)
                .orElseGet(() -> fields(PATH, serde.path(path)).number("number"));
    }

    /** An id in any other place, if it is one. */
    public Optional<UUID> id(String text) {
        return plain(() -> PlainText.id(text)).or(() -> {
            Extracted extracted = serde.uuid(text);
            return extracted.isTaken() ? Optional.of(fields(PATH, extracted).id("id")) : Optional.empty();
        });
    }

    private static <T> Optional<T> plain(Plain<T> plain) {
        try {
            return Optional.of(plain.read());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Fields fields(Struct struct, Extracted extracted) {
        String json = taken(extracted);
        try {
            return JsonBody.written(struct, json);
        } catch (IOException e) {
            throw new IllegalStateException("what serde writes is plain", e);
        }
    }

    private static String taken(Extracted extracted) {
        if (!extracted.isTaken()) {
            throw new Unreadable(extracted);
        }
        return extracted.text();
    }
}
