package dev.idpscripts.model.secret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The secrets that a run has to do with, so that no text that leaves it shows one: neither as it is nor as an echo may spell it (see
 * {@link SecretSpelling}). Safe for several threads.
 */
public final class Secrets {

    /** Stands for a secret. */
    public static final String MASK = "***";

    /** No real token is as short as what is left alone here; to hide that would tear words apart and so tell what it is. */
    private static final int SHORTEST = 8;

    private final Set<String> known = new LinkedHashSet<>();
    private volatile List<Pattern> spellings = List.of();

    /** From now on this is hidden. */
    public synchronized void add(String secret) {
        if (secret != null && secret.length() >= SHORTEST && known.add(secret)) {
            List<Pattern> more = new ArrayList<>(spellings);
            more.addAll(SecretSpelling.of(secret));
            spellings = List.copyOf(more);
        }
    }

    /** The text without any secret. */
    public String hide(String text) {
        String hidden = text;
        for (Pattern spelling : spellings) {
            hidden = spelling.matcher(hidden).replaceAll(MASK);
        }
        return hidden;
    }

    /** The exception, or if it or any of its causes shows a secret, one that says the same without; null stays null. */
    public Throwable hide(Throwable thrown) {
        return thrown == null || isClean(thrown, 0) ? thrown : HiddenException.of(thrown, this);
    }

    private boolean isClean(Throwable thrown, int depth) {
        if (thrown == null || depth > HiddenException.DEEPEST) {
            return true;
        }
        String text = thrown.toString();
        return hide(text).equals(text)
                && isClean(thrown.getCause(), depth + 1)
                && List.of(thrown.getSuppressed()).stream().allMatch(each -> isClean(each, depth + 1));
    }
}
