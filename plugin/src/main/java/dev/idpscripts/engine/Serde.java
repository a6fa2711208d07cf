package dev.idpscripts.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Reads requests as the identity server does: with the same Rust crates, so with the same words where they cannot be read
 * ({@code src/main/rust/src/extract.rs}). Has an instance of its own, made when it is first asked, so that nobody waits for
 * scripts. May be used by any number of threads.
 */
public final class Serde implements AutoCloseable {

    /** Nothing here runs for ever; more than this is a machine that does not get on. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RhaiEngine engine = new RhaiEngine(1, PATIENCE);

    /**
     * A JSON body.
     *
     * @param shape the name of its struct in {@code shapes.rs}
     * @return with every field; those that are absent are null
     */
    public Extracted json(String shape, byte[] body) {
        return ask(Messages.json(shape, body));
    }

    /**
     * A query string, still encoded.
     *
     * @param shape the name of its struct in {@code shapes.rs}
     * @return with every field; those that are absent are null
     */
    public Extracted query(String shape, String query) {
        return ask(Messages.query(shape, query));
    }

    /**
     * What stands in a path, still encoded.
     *
     * @param segments an id, or an id and a number
     * @return both as {@code id} and {@code number}
     */
    public Extracted path(List<String> segments) {
        return ask(Messages.path(segments));
    }

    /**
     * An id in any other place.
     *
     * @return as {@code id}
     */
    public Extracted uuid(String text) {
        return ask(Messages.text("uuid", text));
    }

    /** Whether this content type is that of JSON. */
    public Extracted mime(String contentType) {
        return ask(Messages.text("mime", contentType));
    }

    private Extracted ask(Map<String, Object> request) {
        try {
            return engine.ask(ModuleJson.write(request)).extracted();
        } catch (Worker.Stopped e) {
            throw new IllegalStateException("the request was too much for the engine: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
