package dev.idpscripts.sandbox.wire;

/** What is wrong with a JSON text, in serde's words and with its position. */
public final class JsonFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean syntax;
    private final String path;
    private final String text;

    private JsonFault(boolean syntax, String path, String text) {
        super(prefix(path) + text);
        this.syntax = syntax;
        this.path = path;
        this.text = text;
    }

    /** The text is not JSON. */
    static JsonFault syntax(String text) {
        return new JsonFault(true, "", text);
    }

    /** The text is JSON, but does not say what is asked for. */
    static JsonFault data(String text) {
        return new JsonFault(false, "", text);
    }

    public boolean isSyntax() {
        return syntax;
    }

    /** The same fault seen from one level further out; {@code step} is {@code .key} or {@code [index]}. */
    JsonFault in(String step) {
        return new JsonFault(syntax, step + path, text);
    }

    /** The same fault, told by its outermost step only. */
    JsonFault withoutPath() {
        return new JsonFault(syntax, "", text);
    }

    /** A key that could not be read is a {@code ?} in the path, and a path of nothing else is left out. */
    private static String prefix(String path) {
        boolean known = !path.replace(".?", "").isEmpty();
        String shown = path.startsWith(".") ? path.substring(1) : path;
        return known ? shown + ": " : "";
    }
}
