package dev.idpscripts.report.style;

/**
 * Colours for a terminal, or none.
 *
 * @param colour whether to colour
 */
public record Style(boolean colour) {

    /** No colours. */
    public static final Style PLAIN = new Style(false);

    public String added(String text) {
        return sgr("32", text);
    }

    public String removed(String text) {
        return sgr("31", text);
    }

    public String changed(String text) {
        return sgr("33", text);
    }

    public String strong(String text) {
        return sgr("1", text);
    }

    public String faint(String text) {
        return sgr("2", text);
    }

    /** A word in an added line that its predecessor does not have. */
    public String addedWord(String text) {
        return sgr("32;7", text);
    }

    /** A word in a removed line that its successor does not have. */
    public String removedWord(String text) {
        return sgr("31;7", text);
    }

    public String place(String text) {
        return sgr("36", text);
    }

    private String sgr(String code, String text) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
