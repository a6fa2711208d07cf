package dev.idpscripts.model.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways in which an echo may spell a secret: each character as it is, after backslashes (JSON, Markdown), as {@code \\u00e9}, as
 * {@code %C3%A9}, as an entity of HTML; and all of it in base64, also as a part of something longer, such as
 * {@code user:password}.
 */
final class SecretSpelling {

    private static final Map<Integer, String> NAMED =
            Map.of((int) '&', "amp", (int) '<', "lt", (int) '>', "gt", (int) '"', "quot", (int) '\'', "apos");

    /** Java's patterns nest a call for each part of them: a long token as one would need more stack than there is. */
    private static final int PIECE = 256;

    private SecretSpelling() {}

    static List<Pattern> of(String secret) {
        return Stream.concat(Stream.of(secret), base64(secret).stream())
                .flatMap(text -> pieces(text).stream())
                .map(SecretSpelling::pattern)
                .toList();
    }

    /** The last takes the rest, so that none is short. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from >= 2 * PIECE) {
            int to = from + PIECE - (Character.isHighSurrogate(text.charAt(from + PIECE - 1)) ? 1 : 0);
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static Pattern pattern(String text) {
        String spelled = text.codePoints().mapToObj(SecretSpelling::character).collect(Collectors.joining());
        // Looks at one character before it tries all the spellings: most places in a text are no beginning.
        String first = text.substring(0, text.offsetByCodePoints(0, 1));
        return Pattern.compile("(?=[\\\\%&+\\-/_" + Pattern.quote(first) + "])" + spelled);
    }

    private static String character(int c) {
        String text = Character.toString(c);
        // A letter after a backslash would mean something else.
        String before = Character.isLetterOrDigit(c) ? "" : "\\\\{0,4}";
        List<String> ways = new ArrayList<>(List.of(before + Pattern.quote(text)));
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            escaped.append("\\\\{1,4}u(?i:")
                    .append(String.format("%04x", (int) text.charAt(i)))
                    .append(')');
        }
        ways.add(escaped.toString());
        StringBuilder percent = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            percent.append("%(?:25){0,3}(?i:")
                    .append(HexFormat.of().toHexDigits(b))
                    .append(')');
        }
        ways.add(percent.toString());
        ways.add("&#0{0,4}" + c + ";");
        ways.add("&#[xX]0{0,4}(?i:" + Integer.toHexString(c) + ");");
        if (NAMED.containsKey(c)) {
            ways.add("&" + NAMED.get(c) + ";");
        }
        if (c == ' ') {
            ways.add("\\+");
        }
        // The other alphabet of base64.
        if (c == '+') {
            ways.add("-");
        }
        if (c == '/') {
            ways.add("_");
        }
        return "(?:" + String.join("|", ways) + ")";
    }

    /**
     * What is the same in base64 whatever stands before and after: three bytes make four characters, so there are three ways to lie, and the
     * characters at the ends that neighbours have a part in are left out.
     */
    private static List<String> base64(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        List<String> cores = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] padded = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, padded, before, bytes.length);
            String all = Base64.getEncoder().withoutPadding().encodeToString(padded);
            // So many bits of its last character are a neighbour's.
            int end = padded.length % 3 == 0 ? all.length() : all.length() - 1;
            cores.add(all.substring(before == 0 ? 0 : before + 1, end));
        }
        return cores;
    }
}
