package dev.idpscripts.check;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.RunOutcome;

/** Runs a body once with a context; here or on a server. May be used by several threads. */
public interface Runner {

    /** Compiles and runs; a script that fails is a result too. */
    RunOutcome run(Body body, JsonValue context);
}
