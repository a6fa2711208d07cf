package dev.idpscripts.model.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is hidden however it is spelled. */
class SecretsTest {

    private static final String SECRET = "pä55 w/rd+\"<&>\\'_é😀=";

    private final Secrets secrets = new Secrets();

    SecretsTest() {
        secrets.add(SECRET);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String url64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String ascii(String text, String form) {
        return text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : form.formatted(c))
                .collect(Collectors.joining());
    }

    static Stream<String> spellings() {
        String percent = URLEncoder.encode(SECRET, UTF_8);
        return Stream.of(
                SECRET,
                percent,
                percent.replace("+", "%20"),
                percent.toLowerCase(Locale.ROOT),
                percent.replace("%", "%25"),
                SECRET.replace(" ", "%20").replace("\"", "%22"),
                json(SECRET),
                json(json(SECRET)),
                json(SECRET).replace("/", "\\/"),
                ascii(json(SECRET), "\\u%04x"),
                ascii(json(SECRET), "\\u%04X"),
                json(SECRET).replace("<", "\\u003c").replace("&", "\\u0026").replace("'", "\\u0027"),
                SECRET.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"),
                SECRET.replace("&", "&#38;").replace("'", "&#x27;").replace("ä", "&#228;"),
                SECRET.replace("_", "\\_").replace("<", "\\<"),
                base64(SECRET),
                url64(SECRET));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aSpelling(String spelled) {
        String hidden = secrets.hide("before " + spelled + " after " + spelled);
        assertEquals("before *** after ***", hidden.replaceAll("\\*\\*\\*[\\w+/=-]{0,3}", "***"));
    }

    /** At each of the three ways to lie in base64, with what stands before and after. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "ada:", "ada@example.com:", "Bearer ", "{\"password\":\""})
    void withinWhatIsEncoded(String before) {
        for (String after : new String[] {"", "x", "xy", "\"}"}) {
            for (String all : new String[] {base64(before + SECRET + after), url64(before + SECRET + after)}) {
                String hidden = secrets.hide(all);
                assertFalse(hidden.equals(all), all);
                int most = (before.length() + after.length() + 4) * 4 / 3 + 8;
                assertFalse(hidden.length() > most, hidden);
            }
        }
    }

    @Test
    void aShortOneIsLeftAloneForItWouldTearWordsApart() {
        secrets.add("admin");
        secrets.add(null);
        assertEquals("administrator", secrets.hide("administrator"));
    }

    @Test
    void otherTextStaysAsItIs() {
        String text = "C:\\path %41 &amp; \\u0041 *** ".repeat(1000) + "\\".repeat(5000) + "%25".repeat(5000);
        assertEquals(text, secrets.hide(text));
    }

    /** A token with many roles has some thousand characters, and a pattern for all of them would need more stack than there is. */
    @ParameterizedTest
    @ValueSource(ints = {255, 256, 511, 512, 513, 8_000})
    void aLongOne(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        String secret = Base64.getUrlEncoder().encodeToString(bytes).substring(0, length);
        secrets.add(secret);
        String json = secret.replace("-", "\\\\-");
        String base64 = Base64.getEncoder().encodeToString(("user:" + secret).getBytes(UTF_8));
        for (String echo : List.of(secret, url64(secret), json, base64)) {
            String hidden = secrets.hide("<" + echo + ">");
            assertTrue(hidden.length() < 12 + 3 * (length / 128 + 1), hidden);
        }
        String few = secret.substring(0, 20);
        assertEquals(few, secrets.hide(few));
    }

    @Test
    void aLineEndBeforeItStays() {
        secrets.add("nightingale");
        assertEquals("{\"a\":\"\\n***\"}", secrets.hide("{\"a\":\"\\nnightingale\"}"));
    }

    @Test
    void causesAndWhatWasSuppressed() {
        IOException deep = new IOException("invalid header value: \"Bearer " + SECRET + "\"");
        IllegalStateException thrown = new IllegalStateException("outside", new RuntimeException(deep));
        thrown.addSuppressed(new IOException(SECRET));
        Throwable hidden = secrets.hide(thrown);
        assertNotSame(thrown, hidden);
        StringWriter out = new StringWriter();
        hidden.printStackTrace(new PrintWriter(out));
        assertFalse(out.toString().contains(SECRET), out.toString());
        assertEquals("java.lang.IllegalStateException: outside", hidden.toString());
        assertEquals(
                "java.io.IOException: invalid header value: \"Bearer ***\"",
                hidden.getCause().getCause().toString());
        assertEquals(thrown.getStackTrace()[0], hidden.getStackTrace()[0]);
    }

    @Test
    void aCleanExceptionStaysItself() {
        Exception clean = new IOException("x", new IOException("y"));
        assertSame(clean, secrets.hide(clean));
        assertSame(null, secrets.hide((Throwable) null));
    }
}
