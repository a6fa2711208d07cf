package dev.idpscripts.report.words;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.report.style.Text;
import java.util.List;
import java.util.Optional;

/**
 * Why there is no plan, for those who look for one.
 *
 * @param environment its name; empty if it came not so far
 * @param target which server the plan would have been for; empty if it came not so far
 * @param error what ended the run
 */
public record NoPlan(String environment, Optional<Target> target, IdpScriptsException error) {

    private static final int MOST = 100;

    /** Such as {@code Plan for staging}. */
    public String title() {
        return Text.clean(environment.isEmpty() ? "Plan" : "Plan for " + environment);
    }

    /** Such as {@code No plan could be made: 2 problems in the files.} */
    public String sentence() {
        String what = Text.clean(error.what().lines().findFirst().orElse(""));
        return "No plan could be made: " + what + (what.endsWith(".") ? "" : ".");
    }

    /** What is wrong in the files, with its places; of many the first. */
    public List<String> problems() {
        return error instanceof InvalidFiles invalid
                ? invalid.problems().stream()
                        .limit(MOST)
                        .map(Problem::toString)
                        .map(Text::clean)
                        .toList()
                : List.of();
    }

    /** How many problems are not in {@link #problems()}. */
    public int more() {
        return error instanceof InvalidFiles invalid
                ? Math.max(0, invalid.problems().size() - MOST)
                : 0;
    }

    /** What state things are in and what to do next, line by line. */
    public List<String> next() {
        return error.next().lines().map(Text::clean).toList();
    }
}
