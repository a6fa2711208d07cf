package dev.idpscripts.model.check;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A test that failed, as people are told about it.
 *
 * @param name the test's name
 * @param origin the test in its file
 * @param differences where the result is not as expected
 * @param trace where the script failed, innermost first; empty if it ran to its end
 */
public record FailedTest(String name, SourceLocation origin, List<Difference> differences, List<TraceStep> trace) {

    /**
     * A place on the way to a failure.
     *
     * @param function the script's function that was called from there; empty for the place of the failure itself
     * @param at the place in the script's file; empty if it is not known
     */
    public record TraceStep(String function, Optional<SourceLocation> at) {}

    public FailedTest {
        differences = List.copyOf(differences);
        trace = List.copyOf(trace);
    }

    /** The places of a failure in the script's file. */
    public static List<TraceStep> trace(Script script, Failure failure) {
        List<TraceStep> steps = new ArrayList<>();
        if (failure.line() > 0) {
            steps.add(new TraceStep("", Optional.of(script.at(failure.line(), failure.column()))));
        }
        for (Failure.Frame frame : failure.calls()) {
            Optional<SourceLocation> at =
                    frame.line() > 0 ? Optional.of(script.at(frame.line(), frame.column())) : Optional.empty();
            steps.add(new TraceStep(frame.function(), at));
        }
        return steps;
    }
}
