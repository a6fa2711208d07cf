package dev.idpscripts.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the server can change on a binding in place, besides its order.
 *
 * @param onFailure what happens when the script fails
 * @param maxRetries 0 to 10; only used with {@link FailurePolicy#RETRY}
 * @param timeoutSeconds 1 to 300 seconds
 * @param enabled whether the binding runs at all
 */
public record BindingSettings(FailurePolicy onFailure, int maxRetries, int timeoutSeconds, boolean enabled) {

    public static final int MAX_RETRIES = 10;
    public static final int MIN_TIMEOUT_SECONDS = 1;
    public static final int MAX_TIMEOUT_SECONDS = 300;

    /** What a line in a binding file means when it says nothing else; the same as the server's defaults (server.md 1.5). */
    public static final BindingSettings DEFAULT = new BindingSettings(FailurePolicy.ABORT, 0, 30, true);

    /** The same, but enabled: so the server makes every binding (server.md 3.3). */
    public BindingSettings enabledNow() {
        return new BindingSettings(onFailure, maxRetries, timeoutSeconds, true);
    }

    /** Those settings that are not as in {@code other}, in words; empty if all are. */
    public String differencesFrom(BindingSettings other) {
        List<String> parts = new ArrayList<>();
        if (onFailure != other.onFailure || maxRetries != other.maxRetries) {
            parts.add("on failure " + onFailure + (maxRetries == 0 ? "" : ", up to " + maxRetries + " retries"));
        }
        if (timeoutSeconds != other.timeoutSeconds) {
            parts.add("timeout " + timeoutSeconds + " s");
        }
        if (enabled != other.enabled) {
            parts.add(enabled ? "enabled" : "disabled");
        }
        return String.join(", ", parts);
    }
}
