package dev.idpscripts.sandbox.wire;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads a UUID as the uuid crate does: hyphenated, in braces, as a URN or without hyphens, in either case (server.md 2.3),
 * and says in its words what is wrong.
 */
public final class UuidText {

    private static final String URN = "urn:uuid:";
    private static final Pattern SIMPLE = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern HYPHENATED =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int[] GROUPS = {8, 4, 4, 4, 12};

    private UuidText() {}

    /**
     * Reads a UUID in any form that the server takes.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static UUID parse(String text) {
        String inner = unwrapped(text);
        boolean wrapped = inner.length() < text.length();
        if (HYPHENATED.matcher(inner).matches()
                || (!wrapped && SIMPLE.matcher(inner).matches())) {
            BigInteger bits = new BigInteger(inner.replace("-", ""), 16);
            return new UUID(bits.shiftRight(Long.SIZE).longValue(), bits.longValue());
        }
        throw new IllegalArgumentException("UUID parsing failed: " + problem(text, inner));
    }

    private static String unwrapped(String text) {
        if (text.startsWith("{") && text.endsWith("}") && text.length() > 1) {
            return text.substring(1, text.length() - 1);
        }
        return text.startsWith(URN) ? text.substring(URN.length()) : text;
    }

    private static String problem(String text, String inner) {
        int offset = text.indexOf(inner);
        for (int i = 0; i < inner.length(); i++) {
            if (inner.charAt(i) != '-' && !isHex(inner.charAt(i))) {
                return "invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `"
                        + Character.toString(inner.codePointAt(i)) + "` at " + (i + offset + 1);
            }
        }
        List<Integer> hyphens = hyphens(inner);
        if (hyphens.isEmpty() && inner.length() == text.length()) {
            return "invalid length: expected length 32 for simple format, found " + text.length();
        }
        if (hyphens.size() != GROUPS.length - 1) {
            return "invalid group count: expected 5, found " + (hyphens.size() + 1);
        }
        return groupLength(text, hyphens);
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }

    private static List<Integer> hyphens(String inner) {
        List<Integer> hyphens = new ArrayList<>();
        for (int i = inner.indexOf('-'); i >= 0; i = inner.indexOf('-', i + 1)) {
            hyphens.add(i);
        }
        return hyphens;
    }

    /** The first group of a wrong length; the last one is measured to the end of the whole text, wrapping included. */
    private static String groupLength(String text, List<Integer> hyphens) {
        int start = 0;
        for (int group = 0; group < hyphens.size(); group++) {
            int length = hyphens.get(group) - start;
            if (length != GROUPS[group]) {
                return groupLength(group, length);
            }
            start += GROUPS[group] + 1;
        }
        return groupLength(hyphens.size(), text.length() - start);
    }

    private static String groupLength(int group, int length) {
        return "invalid group length in group " + group + ": expected " + GROUPS[group] + ", found " + length;
    }
}
