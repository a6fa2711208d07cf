package dev.idpscripts.model.error;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.Problem;
import java.util.List;
import java.util.function.UnaryOperator;

/** Everything that is wrong in the files, found in one go. */
public final class InvalidFiles extends UserError {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * @param problems at least one
     */
    public InvalidFiles(ErrorCode code, List<Problem> problems) {
        super(code, Phrase.count(problems.size(), "problem") + " in the files", "Nothing was changed on the server.");
        this.problems = problems.stream().sorted().distinct().toList();
    }

    @Override
    IdpScriptsException copy(UnaryOperator<String> words) {
        return new InvalidFiles(
                code(),
                problems.stream()
                        .map(problem -> new Problem(problem.origin(), words.apply(problem.message())))
                        .toList());
    }

    /** Sorted by file, line and column. */
    public List<Problem> problems() {
        return problems;
    }
}
