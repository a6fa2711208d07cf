package dev.idpscripts.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** One of them, as people read it. */
    private record Setting(String label, String value) {

        String from(Setting before) {
            return (label + (value.equals(before.value) ? " " : " " + before.value + " -> ") + value).strip();
        }
    }

    private String retries() {
        return maxRetries == 0 ? "" : ", up to " + maxRetries + " " + Phrase.word(maxRetries, "retry", "retries");
    }

    private List<Setting> settings() {
        return List.of(
                new Setting("on failure", onFailure + retries()),
                new Setting("timeout", timeoutSeconds + " s"),
                new Setting("", enabled ? "enabled" : "disabled"));
    }

    /** All of them in words, such as {@code on failure abort, timeout 30 s, enabled}. */
    public String words() {
        return wordsFrom(this);
    }

    /** The same with what was before, such as {@code on failure abort, timeout 30 s -> 5 s, enabled}. */
    public String wordsFrom(BindingSettings before) {
        return IntStream.range(0, settings().size())
                .mapToObj(i -> settings().get(i).from(before.settings().get(i)))
                .collect(Collectors.joining(", "));
    }

    /** Those settings that are not as in {@code other}, in words; empty if all are. */
    public String differencesFrom(BindingSettings other) {
        return settings().stream()
                .filter(setting -> !other.settings().contains(setting))
                .map(setting -> setting.from(setting))
                .collect(Collectors.joining(", "));
    }
}
