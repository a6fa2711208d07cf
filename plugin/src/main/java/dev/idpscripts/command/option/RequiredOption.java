package dev.idpscripts.command.option;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Uuids;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.util.Optional;
import java.util.UUID;

/** Options without which a goal cannot do anything. */
public final class RequiredOption {

    private RequiredOption() {}

    /**
     * The option's value.
     *
     * @param option its name without prefix
     * @param meaning what it is to name
     * @throws UserError if it was not given
     */
    public static String value(String option, String value, String meaning) {
        if (!is(value)) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts." + option + " was not given",
                    "It names " + meaning + ". For an example:\n  " + GoalCommand.of("help") + " -Ddetail");
        }
        return value.strip();
    }

    /** The value of an option that may be left out; empty if it was. */
    public static Optional<String> orNone(String value) {
        return Optional.ofNullable(value).filter(RequiredOption::is);
    }

    /** Whether it was given at all. */
    public static boolean is(String value) {
        return value != null && !value.isBlank();
    }

    /**
     * An id.
     *
     * @throws UserError if it is none
     */
    public static UUID id(String option, String value) {
        return Uuids.parse(value)
                .orElseThrow(() -> new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "-Didp-scripts." + option + "=" + value + " is no id",
                        "Ids look like 00000000-0000-4000-8000-00000000000a."));
    }

    /**
     * How many at most.
     *
     * @throws UserError if it is not at least one
     */
    public static int limit(int value) {
        if (value < 1) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts.limit=" + value + " is too few",
                    "Give a number from 1, or leave the option out for 50.");
        }
        return value;
    }
}
