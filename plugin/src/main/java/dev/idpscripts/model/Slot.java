package dev.idpscripts.model;

/**
 * The place of a binding, unique on the server: connector, hook and order. Disabled bindings hold their slot too
 * (server.md 3.3).
 *
 * @param connector the connector's name on the server, as the environment maps it
 * @param hook when the script runs
 * @param order 0 or more; lower runs first
 */
public record Slot(String connector, Hook hook, int order) {

    /** The same hook, another order. */
    public Slot withOrder(int other) {
        return new Slot(connector, hook, other);
    }

    @Override
    public String toString() {
        return connector + ", " + hook + ", order " + order;
    }
}
