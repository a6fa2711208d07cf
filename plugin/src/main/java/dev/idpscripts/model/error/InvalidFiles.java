package dev.idpscripts.model.error;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.Problem;
import java.util.List;

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

    /** Its words are those of the problems. */
    @Override
    IdpScriptsException with(String otherWhat, String otherNext) {
        return this;
    }

    /** Sorted by file, line and column. */
    public List<Problem> problems() {
        return problems;
    }
}
