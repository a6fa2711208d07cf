package dev.idpscripts.command.option;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.plan.rollback.RollbackTarget;
import java.util.Locale;

/** One of the two things that are compared. */
public sealed interface DiffSide {

    /** The body in the files, with the environment's values. */
    record InFile() implements DiffSide {

        @Override
        public String word() {
            return "file";
        }
    }

    /** What is live on the environment's server. */
    record Current() implements DiffSide {

        @Override
        public String word() {
            return "current";
        }
    }

    /**
     * A version on the environment's server.
     *
     * @param word how it was asked for
     */
    record Older(RollbackTarget aim, String word) implements DiffSide {}

    /** What is live on another environment's server. */
    record Elsewhere(String environment) implements DiffSide {

        @Override
        public String word() {
            return ELSEWHERE + environment;
        }
    }

    String ELSEWHERE = "environment:";

    /** Longer numbers are commits: no script has so many versions. */
    String VERSION = "[1-9][0-9]{0,5}";

    /** How it is asked for. */
    String word();

    /** Whether it is a version on the environment's server, which that can compare itself. */
    default boolean isThere() {
        return this instanceof Current || this instanceof Older;
    }

    /**
     * What a word means.
     *
     * @param option its name without prefix
     * @throws UserError if it means nothing
     */
    static DiffSide of(String option, String word) {
        String given = word.strip();
        String lower = given.toLowerCase(Locale.ROOT);
        if (lower.equals("file")) {
            return new InFile();
        }
        if (lower.equals("current")) {
            return new Current();
        }
        if (lower.startsWith(ELSEWHERE) && lower.length() > ELSEWHERE.length()) {
            return new Elsewhere(given.substring(ELSEWHERE.length()).strip());
        }
        if (lower.matches(VERSION)) {
            return new Older(new RollbackTarget.Version(Integer.parseInt(lower)), word);
        }
        if (lower.matches("[0-9a-f]{7,64}")) {
            return new Older(new RollbackTarget.Commit(lower), word);
        }
        throw new UserError(
                ErrorCode.PARAMETER_INVALID,
                "-Didp-scripts." + option + "=" + word + " is nothing that can be compared",
                "Give current, file, a version's number, a commit (seven digits or more), or environment:NAME.");
    }
}
