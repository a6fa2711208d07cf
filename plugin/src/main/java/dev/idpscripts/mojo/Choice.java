package dev.idpscripts.mojo;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.Suggestion;
import java.util.List;

/** Options that take one of a few words. */
final class Choice {

    private Choice() {}

    /**
     * The word that was given.
     *
     * @param option the option's name without prefix
     * @throws UserError if it is none of the possible ones
     */
    static String of(String option, String given, String... possible) {
        List<String> words = List.of(possible);
        if (words.contains(given)) {
            return given;
        }
        throw new UserError(
                ErrorCode.PARAMETER_INVALID,
                "-Didp-scripts." + option + "=" + given + " is none of " + String.join(", ", words)
                        + Suggestion.didYouMean(given, words),
                "Give one of them, or leave the option out for " + words.get(0) + ".");
    }
}
