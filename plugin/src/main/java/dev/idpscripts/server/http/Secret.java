package dev.idpscripts.server.http;

/**
 * A token or password, which must never be seen.
 *
 * @param value only for the request that needs it
 */
public record Secret(String value) {

    private static final int SHORTEST = 8;

    /** So that no log, exception or debugger shows it by accident. */
    @Override
    public String toString() {
        return "***";
    }

    /**
     * The text without the secret, for texts from outside that might repeat it. No real token is as short as what is left
     * alone here; to hide that would tear words apart and so tell what it is.
     */
    String hide(String text) {
        return value.length() < SHORTEST ? text : text.replace(value, "***");
    }
}
