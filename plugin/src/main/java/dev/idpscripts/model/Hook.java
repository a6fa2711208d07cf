package dev.idpscripts.model;

/**
 * A point in a connector's work where scripts run, such as {@code before create}.
 *
 * @param phase before or after the operation
 * @param operation the connector's operation
 */
public record Hook(HookPhase phase, Operation operation) {

    /** At most this many bindings on one hook of one connector, disabled ones included (server.md 2.3). */
    public static final int MAX_BINDINGS = 10;

    /** As written in a binding file: {@code before create}. */
    @Override
    public String toString() {
        return phase + " " + operation;
    }
}
