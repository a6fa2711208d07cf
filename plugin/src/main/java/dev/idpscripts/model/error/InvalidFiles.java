package dev.idpscripts.model.error;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.Problem;
import java.util.List;
import java.util.function.UnaryOperator;

/** Everything that is wrong in the files, found in one go. */
public final class InvalidFiles extends UserError {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final boolean told;

    /**
     * @param problems at least one
     */
    public InvalidFiles(ErrorCode code, List<Problem> problems) {
        this(code, problems, false);
    }

    /**
     * @param problems at least one
     * @param told whether people have read them already
     */
    public InvalidFiles(ErrorCode code, List<Problem> problems, boolean told) {
        super(code, Phrase.count(problems.size(), "problem") + " in the files", "Nothing was changed.");
        this.told = told;
        this.problems = problems.stream().sorted().distinct().toList();
    }

    @Override
    IdpScriptsException copy(UnaryOperator<String> words) {
        return new InvalidFiles(
                code(),
                problems.stream()
                        .map(problem -> new Problem(problem.origin(), words.apply(problem.message())))
                        .toList(),
                told);
    }

    /** Whether people have read them already. */
    public boolean isTold() {
        return told;
    }

    /** Sorted by file, line and column. */
    public List<Problem> problems() {
        return problems;
    }
}
