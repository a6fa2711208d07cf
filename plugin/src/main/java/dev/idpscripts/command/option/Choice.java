package dev.idpscripts.command.option;

import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Options that take one of a few words. */
public final class Choice {

    private static final Pattern HUMP = Pattern.compile("_([a-z])");

    private Choice() {}

    /**
     * The constant whose name was given in the way of options, such as {@code sideBySide}, of an option whose first constant is what it is when left out.
     *
     * @throws UserError if it is none of them
     */
    public static <E extends Enum<E>> E parse(String option, String given, Class<E> possible) {
        List<E> constants = List.of(possible.getEnumConstants());
        List<String> words = constants.stream().map(Choice::word).toList();
        return constants.get(words.indexOf(parse(option, given, words, " for " + words.get(0))));
    }

    /** The word that was given, of an option that stands for none of them when it is left out. */
    public static String among(String option, String given, String... possible) {
        return parse(option, given, List.of(possible), "");
    }

    private static String word(Enum<?> constant) {
        return HUMP.matcher(constant.name().toLowerCase(Locale.ROOT))
                .replaceAll(hump -> hump.group(1).toUpperCase(Locale.ROOT));
    }

    private static String parse(String option, String given, List<String> words, String otherwise) {
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
