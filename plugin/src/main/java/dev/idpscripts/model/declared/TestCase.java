package dev.idpscripts.model.declared;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.SourceLocation;
import java.util.Optional;

/**
 * A test of a script: it runs once with this context.
 *
 * @param name unique among the script's tests
 * @param context as a dry run takes it (server.md 4.2)
 * @param expect what must come of it; empty for a test that is compared with what was recorded before
 * @param recorded what came of it when it was recorded; only where nothing is expected
 * @param origin where the test begins
 */
public record TestCase(
        String name,
        JsonValue context,
        Optional<Expectation> expect,
        Optional<JsonValue> recorded,
        SourceLocation origin) {

    /** Operations after which the server stops a script (server.md 4.1). */
    public static final int MAX_OPERATIONS = 100_000;
}
