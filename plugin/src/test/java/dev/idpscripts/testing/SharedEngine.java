package dev.idpscripts.testing;

import dev.idpscripts.engine.Compiled;
import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.Job;
import dev.idpscripts.engine.Run;
import dev.idpscripts.engine.ScriptFailure;
import java.util.Optional;

/**
 * An engine that outlives those it is given to: a new one costs more than the rest of a test with a server of its own.
 *
 * @param engine does the work; closed by whoever made it
 */
public record SharedEngine(Engine engine) implements Engine {

    @Override
    public Optional<ScriptFailure> validate(String script) {
        return engine.validate(script);
    }

    @Override
    public Compiled compile(Job job) {
        return engine.compile(job);
    }

    @Override
    public Run run(Job job) {
        return engine.run(job);
    }

    @Override
    public Run trace(Job job) {
        return engine.trace(job);
    }

    @Override
    public void close() {
        // It goes on.
    }
}
