package dev.idpscripts.workspace.yaml;

import dev.idpscripts.model.Characters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A number or truth value in YAML as JSON has it. Only what is written as in JSON: whatever else YAML takes for a number, truth value or
 * date was more often meant as text. And only numbers that the server can hold: whole ones of 64 bits, others as doubles.
 */
record JsonScalar(ScalarNode node) {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");

    /** With a point, so that an article number such as 12E5 is none. */
    private static final Pattern DECIMAL = Pattern.compile(WHOLE.pattern() + "\\.[0-9]+([eE][-+]?[0-9]+)?");

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    /** Not the largest double: serde_json multiplies digits by a power of ten, and refuses what gets too large on the way. */
    private static final BigDecimal LARGEST = new BigDecimal("1.7e308");

    /** Each double is told from all others by so many. */
    private static final int DIGITS = 17;

    /** More than the longest double has when it is written out. */
    private static final int LONGEST = 800;

    private static final int SHOWN = 60;
    private static final String PLAINLY = ", or write the number as in JSON, such as 12 or 1.5";

    /** Null only for JSON's null. */
    Object value() throws NotJson {
        Tag tag = node.getTag();
        if (Tag.BOOL.equals(tag)) {
            return truth();
        }
        if (Tag.NULL.equals(tag)) {
            return nothing();
        }
        if (Tag.INT.equals(tag) && WHOLE.matcher(text()).matches()) {
            return whole();
        }
        if (JsonNumbers.TAG.equals(tag)
                || (Tag.FLOAT.equals(tag) && DECIMAL.matcher(text()).matches())) {
            return decimal();
        }
        if (Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)) {
            boolean exponent = Lookalike.isOne(text()) && text().charAt(0) != '0';
            throw exponent ? quote("a number to many readers", PLAINLY) : quote("not a number that JSON knows", "");
        }
        throw new NotJson(node, text() + " is not possible here; put text in quotes");
    }

    /** Whether a text without quotes is only by chance no number. */
    static void refuseLookalike(ScalarNode text) throws NotJson {
        if (text.isPlain() && Lookalike.isOne(text.getValue())) {
            throw new JsonScalar(text).quote("a number to many readers", PLAINLY);
        }
    }

    private String text() {
        return node.getValue();
    }

    private boolean truth() throws NotJson {
        String lower = text().toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return lower.equals("true");
        }
        boolean meant = lower.equals("yes") || lower.equals("on");
        throw quote(meant + " to YAML", ", or write " + meant);
    }

    private Object nothing() throws NotJson {
        if (text().isEmpty() || text().equals("null")) {
            return null;
        }
        throw quote("null to YAML", ", or write null");
    }

    private BigInteger whole() throws NotJson {
        // Long before it would take long to read.
        BigInteger number = new BigInteger(text().length() > LONGEST ? "9".repeat(LONGEST) : text());
        if (number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0) {
            throw quote("a whole number of more than 64 bits, which the server would round", "");
        }
        return number;
    }

    private BigDecimal decimal() throws NotJson {
        BigDecimal number = text().length() > LONGEST ? null : parsed();
        if (number == null || number.abs().compareTo(LARGEST) > 0) {
            throw quote("a number that is too large or too long for the server", "");
        }
        double kept = number.doubleValue();
        if (number.stripTrailingZeros().precision() > DIGITS || (kept == 0 && number.signum() != 0)) {
            throw quote("a number with more digits than the server keeps", ", or write " + kept);
        }
        return number;
    }

    private BigDecimal parsed() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private NotJson quote(String why, String or) {
        String shown = Characters.shortened(text(), SHOWN);
        return new NotJson(node, shown + " is " + why + "; put it in quotes: \"" + shown + "\"" + or);
    }
}
