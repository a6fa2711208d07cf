package dev.idpscripts.apply;

import dev.idpscripts.model.declared.Script;
import java.util.Optional;

/** Tries a body that was just pushed. */
@FunctionalInterface
public interface SmokeTest {

    /** What is wrong with the body on the server; empty if it runs. Throws if the server cannot be asked. */
    Optional<String> complaint(Script script);

    /** Is content with everything. */
    static SmokeTest none() {
        return script -> Optional.empty();
    }
}
