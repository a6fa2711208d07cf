package dev.idpscripts.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The text of a script or template, with LF line ends and no byte order mark whatever it was read with: two bodies that
 * differ only there are equal, so a checkout on Windows is no change.
 *
 * @param text never null; may be empty
 */
public record Body(String text) {

    /** UTF-8 bytes; exactly this many are still accepted (server.md 2.3). */
    public static final int MAX_BYTES = 65_536;

    /** What the server makes with a script, as its first version (server.md 3.1). */
    public static final Body STUB = new Body("// New script");

    /** No text at all: what is compared with a body that comes or goes. */
    public static final Body EMPTY = new Body("");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public Body {
        text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Length in UTF-8, the unit of the server's limit. */
    public int bytes() {
        return utf8().length;
    }

    /** Lines as an editor counts them: a line end at the very end starts no further line. */
    public List<String> lines() {
        return text.lines().toList();
    }

    /** 64 lower-case hexadecimal digits over the UTF-8 bytes. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Says how large, not what: bodies do not belong in logs. */
    @Override
    public String toString() {
        return "Body[" + bytes() + " bytes]";
    }
}
