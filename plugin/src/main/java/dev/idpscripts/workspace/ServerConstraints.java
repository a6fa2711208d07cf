package dev.idpscripts.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Characters;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import dev.idpscripts.workspace.yaml.Located;
import java.util.Optional;

/**
 * What the server would answer only with a bare "Database error", or not at all (server.md 2.3 and 9.3): checked here, so
 * that nothing is sent that it cannot store.
 */
public final class ServerConstraints {

    /** Bytes of a context without spaces (server.md 4.3). */
    private static final int MAX_CONTEXT = 102_400;

    /** Bytes of a request (server.md 6), but for the names of its fields and what Java escapes and serde does not. */
    private static final int MAX_REQUEST = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ServerConstraints() {}

    /** A name of a script, template or connector, in its normal form; adds a problem if it cannot be one. */
    public static Optional<String> name(Located<String> name, Problems problems) {
        return nameAsWritten(new Located<>(ObjectName.normal(name.value()), name.origin()), problems);
    }

    /** A name of something else, such as a test; adds a problem if it cannot be one. */
    static Optional<String> nameAsWritten(Located<String> name, Problems problems) {
        String text = name.value();
        int length = Characters.count(text);
        if (length > ObjectName.LONGEST) {
            problems.add(
                    name.origin(),
                    "the name has " + length + " characters; the server stores at most " + ObjectName.LONGEST
                            + ": shorten it");
            return Optional.empty();
        }
        if (text.isBlank()) {
            problems.add(name.origin(), "the name is empty; give it at least one character");
            return Optional.empty();
        }
        return storable(name, problems);
    }

    /** Text that PostgreSQL and JSON can carry. */
    static Optional<String> storable(Located<String> text, Problems problems) {
        Optional<String> wrong = Characters.unstorable(text.value());
        wrong.ifPresent(message -> problems.add(text.origin(), message));
        return wrong.isPresent() ? Optional.empty() : Optional.of(text.value());
    }

    /** A context that the server takes for a dry run; adds a problem if it is too large. */
    static Optional<JsonValue> context(Located<Object> context, Problems problems) {
        int bytes = bytes(context.value());
        if (bytes > MAX_CONTEXT) {
            problems.add(
                    context.origin(),
                    "the context has " + bytes + " bytes as JSON; the server takes at most " + MAX_CONTEXT
                            + ": leave out what the script does not read");
            return Optional.empty();
        }
        return Optional.of(new JsonValue(context.value()));
    }

    /** Whether all that is sent of an object at once fits into a request; adds a problem if not. */
    static void request(Object fields, SourceLocation origin, Problems problems) {
        int bytes = bytes(fields);
        if (bytes > MAX_REQUEST) {
            problems.add(
                    origin,
                    "with all its texts it has " + bytes + " bytes as JSON; the server takes at most " + MAX_REQUEST
                            + " in one request: shorten its description or annotations");
        }
    }

    private static int bytes(Object json) {
        try {
            return MAPPER.writeValueAsBytes(json).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can always be written", e);
        }
    }

    /** A body that the server can store. */
    public static Optional<Body> body(Body body, TextFile file, Problems problems) {
        int nul = body.text().indexOf('\0');
        if (nul >= 0) {
            problems.add(
                    file.positionAfter(body.text().substring(0, nul)),
                    "contains the character U+0000, which the server cannot store; remove it");
            return Optional.empty();
        }
        if (Characters.isBroken(body.text())) {
            problems.add(
                    file.origin(),
                    "with the environment's values it "
                            + Characters.unstorable(body.text()).orElseThrow());
            return Optional.empty();
        }
        if (body.bytes() > Body.MAX_BYTES) {
            SourceLocation origin = file.origin();
            problems.add(
                    origin,
                    "the body has " + body.bytes() + " bytes of UTF-8; the server stores at most " + Body.MAX_BYTES
                            + ": shorten it, or split it into two scripts");
            return Optional.empty();
        }
        return Optional.of(body);
    }
}
