package dev.idpscripts.model.check;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import java.util.Comparator;

/**
 * Something that a check found in the files.
 *
 * @param message what is wrong and what would be right, as one sentence
 */
public record Finding(Level level, Rule rule, SourceLocation origin, String message) implements Comparable<Finding> {

    /** How bad it is. */
    public enum Level {
        /** It cannot be applied like this. */
        ERROR,
        /** It may fail later. */
        WARNING
    }

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::origin)
            .thenComparing(Finding::level)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    /** A problem of the files. */
    public static Finding of(Problem problem) {
        return new Finding(Level.ERROR, Rule.FILE, problem.origin(), problem.message());
    }

    public boolean isError() {
        return level == Level.ERROR;
    }

    public Problem toProblem() {
        return new Problem(origin, message);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
