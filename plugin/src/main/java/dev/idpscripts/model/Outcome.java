package dev.idpscripts.model;

/** How a run ended, for machines: {@code result.json} has it under {@code outcome}. */
public enum Outcome {
    NO_CHANGES(0),
    CHANGES(2),
    APPLIED(0),
    DRIFT(1),
    CONFLICT(1),
    BEHIND(1),
    STALE_PLAN(1),
    INVALID(1),
    TESTS_FAILED(1),
    GUARD(1),
    PARTIAL(1),
    ROLLED_BACK(1),
    AUTH(1),
    NETWORK(1),
    CONFIG(1),
    /** A fault of the plugin, or a JVM at its limits. */
    INTERNAL(1);

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What a wrapper script should exit with; Maven itself knows only 0 and 1. */
    public int exitCode() {
        return exitCode;
    }
}
