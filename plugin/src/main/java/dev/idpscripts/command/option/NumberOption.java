package dev.idpscripts.command.option;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;

/** Options that are whole numbers. Maven's own reading takes {@code 010} for eight, and refuses in words that name no option. */
public final class NumberOption {

    /** No option is smaller: what the number counts refuses it in better words. */
    private static final int ANY = Integer.MIN_VALUE;

    private static final String WHOLE = "-?(0|[1-9][0-9]*)";

    private NumberOption() {}

    /** The number, whatever it is; the same otherwise. */
    public static Integer parse(String option, String given) {
        return parse(option, given, ANY, Integer.MAX_VALUE);
    }

    /**
     * The number.
     *
     * @param option its name without prefix
     * @param given null if it was not given
     * @param least the smallest that can be meant
     * @param most the largest that can be meant; {@link Integer#MAX_VALUE} for none
     * @return null if it was not given
     * @throws UserError if it is no number, or none of these
     */
    public static Integer parse(String option, String given, int least, int most) {
        if (given == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(given);
            if (given.matches(WHOLE) && number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // No number, or one that no option can be.
        }
        throw new UserError(
                ErrorCode.PARAMETER_INVALID,
                "-Didp-scripts." + option + "=" + given + " is no whole number" + range(least, most),
                "Give one, or leave the option out. Nothing was changed.");
    }

    private static String range(int least, int most) {
        if (least == ANY) {
            return "";
        }
        return most == Integer.MAX_VALUE ? " from " + least : " from " + least + " to " + most;
    }
}
