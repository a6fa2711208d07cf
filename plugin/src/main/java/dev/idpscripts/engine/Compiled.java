package dev.idpscripts.engine;

import java.util.List;
import java.util.Optional;

/**
 * What the compiler says.
 *
 * @param failure why it does not compile; Rhai stops at the first error
 * @param facts what can be seen without running; empty if it does not compile
 */
public record Compiled(Optional<ScriptFailure> failure, Optional<BodyFacts> facts) {

    /**
     * What is in a script.
     *
     * @param functions those it defines
     * @param calls functions that it calls by name, operators left out
     * @param unseen variables that one of its functions reads but cannot see: not found when it runs
     * @param assigned variables assigned to that no {@code let} of the script defines
     * @param lost values put into output or attributes that JSON has no word for, as far as that can be seen
     */
    public record BodyFacts(
            List<Function> functions,
            List<FunctionCall> calls,
            List<Variable> unseen,
            List<Variable> assigned,
            List<Lost> lost) {}

    /** A function that the script defines. */
    public record Function(String name, int parameters) {}

    /**
     * A call.
     *
     * @param arguments how many, the receiver of a method call among them
     */
    public record FunctionCall(String name, int arguments, boolean method, Place place) {}

    /** A variable at a place. */
    public record Variable(String name, Place place) {}
}
