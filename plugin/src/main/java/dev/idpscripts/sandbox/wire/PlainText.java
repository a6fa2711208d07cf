package dev.idpscripts.sandbox.wire;

import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values in the form in which nearly everybody writes them. */
final class PlainText {

    private static final Pattern HYPHENATED =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    /** No minus before 0, which is a floating point number to serde. */
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    private PlainText() {}

    static UUID id(String text) throws NotPlain {
        if (!HYPHENATED.matcher(text).matches()) {
            throw new NotPlain(text);
        }
        return UUID.fromString(text);
    }

    static Long i32(String text) throws NotPlain {
        Long value = i64(text);
        if (value != value.intValue()) {
            throw new NotPlain(text);
        }
        return value;
    }

    static Long i64(String text) throws NotPlain {
        if (!WHOLE.matcher(text).matches()) {
            throw new NotPlain(text);
        }
        BigInteger value = new BigInteger(text);
        if (value.bitLength() >= Long.SIZE) {
            throw new NotPlain(text);
        }
        return value.longValue();
    }

    static Boolean truth(String text) throws NotPlain {
        return "true".equals(word(text, List.of("true", "false")));
    }

    static String word(String text, List<String> words) throws NotPlain {
        if (!words.contains(text)) {
            throw new NotPlain(text);
        }
        return text;
    }
}
