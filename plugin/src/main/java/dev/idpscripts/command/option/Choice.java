package dev.idpscripts.command.option;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.file.Suggestion;
import java.util.List;

/** Options that take one of a few words. */
public final class Choice {

    private Choice() {}

    /**
     * The word that was given, of an option whose first word is what it is when left out.
     *
     * @param option the option's name without prefix
     * @throws UserError if it is none of the possible ones
     */
    public static String of(String option, String given, String... possible) {
        return of(option, given, List.of(possible), " for " + possible[0]);
    }

    /** The word that was given, of an option that stands for none of them when it is left out. */
    public static String among(String option, String given, String... possible) {
        return of(option, given, List.of(possible), "");
    }

    private static String of(String option, String given, List<String> words, String otherwise) {
        if (words.contains(given)) {
            return given;
        }
        throw new UserError(
                ErrorCode.PARAMETER_INVALID,
                "-Didp-scripts." + option + "=" + given + " is none of " + String.join(", ", words)
                        + Suggestion.didYouMean(given, words),
                "Give one of them, or leave the option out" + otherwise + ".");
    }
}
