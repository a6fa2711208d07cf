package dev.idpscripts.engine;

import java.util.Optional;

/**
 * Compiles and runs scripts exactly as the identity server does (server.md 4). May be used by any number of threads. A script
 * that takes too long or too much is stopped and reported as {@link ScriptFailure}; it does not disturb the next one.
 */
public interface Engine extends AutoCloseable {

    /**
     * The server's {@code validate}: compiles without the variables that scripts see, so nearly every real script is refused
     * (server.md 4.4).
     *
     * @return why it does not compile
     */
    Optional<ScriptFailure> validate(String script);

    /** Compiles with these variables, as a dry run does, and says what can be seen without running. */
    Compiled compile(Job job);

    /** Compiles and runs once, as the server's dry run. */
    Run run(Job job);

    /** As {@link #run}, and notes which lines were reached; this takes longer. */
    Run trace(Job job);

    /** Stops what still runs. Nothing can be run afterwards. */
    @Override
    void close();
}
