package dev.idpscripts.server;

/**
 * A token or password, which must never be seen.
 *
 * @param value only for the request that needs it
 */
public record Secret(String value) {

    /** So that no log, exception or debugger shows it by accident. */
    @Override
    public String toString() {
        return "***";
    }

    /** The text without the secret, for texts from outside that might repeat it. */
    String hide(String text) {
        return value.isEmpty() ? text : text.replace(value, "***");
    }
}
