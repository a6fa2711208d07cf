package dev.idpscripts.report.style;

/** How much a terminal shows of a plan. */
public enum Verbosity {
    /** The summary, and what stands in the way. */
    QUIET,
    NORMAL,
    /** Ids on the server too, whole differences, and everything that no file declares. */
    VERBOSE;

    /** What two switches ask for; the first wins. */
    public static Verbosity of(boolean quiet, boolean verbose) {
        if (quiet) {
            return QUIET;
        }
        return verbose ? VERBOSE : NORMAL;
    }
}
