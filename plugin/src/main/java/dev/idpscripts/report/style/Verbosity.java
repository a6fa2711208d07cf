package dev.idpscripts.report.style;

/** How much a terminal shows of a plan. */
public enum Verbosity {
    /** The summary, and what stands in the way. */
    QUIET,
    NORMAL,
    /** Ids on the server too, whole differences, and everything that no file declares. */
    VERBOSE
}
