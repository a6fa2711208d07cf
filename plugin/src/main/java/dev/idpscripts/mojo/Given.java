package dev.idpscripts.mojo;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;

/** Options without which a goal cannot do anything. */
final class Given {

    private Given() {}

    /**
     * The option's value.
     *
     * @param option its name without prefix
     * @param meaning what it is to name
     * @throws UserError if it was not given
     */
    static String of(String option, String value, String meaning) {
        if (value == null || value.isBlank()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts." + option + " was not given",
                    "It names " + meaning + "; mvn idp-scripts:help -Ddetail has an example.");
        }
        return value.strip();
    }
}
