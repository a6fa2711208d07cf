package dev.idpscripts.sandbox.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search as PostgreSQL's {@code ILIKE '%' || search || '%'} does it (server.md 3.5): {@code %} stands for anything,
 * {@code _} for one character, a backslash takes the meaning from what follows, case does not matter.
 */
public final class Like {

    private static final int ANYTHING = -1;
    private static final int ANY_ONE = -2;

    /** Characters in lower case, or one of the two signs above. */
    private final int[] pattern;

    private Like(String search) {
        this.pattern = compiled("%" + search + "%");
    }

    /** No search finds everything, as the empty one does. */
    public static Like of(Optional<String> search) {
        DatabaseConstraints.storable(search);
        return new Like(search.orElse(""));
    }

    private static int[] compiled(String search) {
        List<Integer> pattern = new ArrayList<>();
        boolean escaped = false;
        for (int c : search.codePoints().toArray()) {
            if (c == '\\' && !escaped) {
                escaped = true;
            } else {
                pattern.add(escaped ? folded(c) : meaning(c));
                escaped = false;
            }
        }
        return pattern.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int meaning(int c) {
        return switch (c) {
            case '%' -> ANYTHING;
            case '_' -> ANY_ONE;
            default -> folded(c);
        };
    }

    private static int folded(int c) {
        return Character.toLowerCase(c);
    }

    /** Goes back to the last {@code %} only, so that no search takes long. */
    public boolean matches(String text) {
        int[] chars = text.codePoints().toArray();
        int p = 0;
        int lastAnything = -1;
        int resume = 0;
        int i = 0;
        while (i < chars.length) {
            if (p < pattern.length && pattern[p] == ANYTHING) {
                lastAnything = p++;
                resume = i;
            } else if (p < pattern.length && (pattern[p] == ANY_ONE || pattern[p] == folded(chars[i]))) {
                p++;
                i++;
            } else if (lastAnything >= 0) {
                p = lastAnything + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return onlyAnythingFrom(p);
    }

    private boolean onlyAnythingFrom(int start) {
        for (int p = start; p < pattern.length; p++) {
            if (pattern[p] != ANYTHING) {
                return false;
            }
        }
        return true;
    }
}
