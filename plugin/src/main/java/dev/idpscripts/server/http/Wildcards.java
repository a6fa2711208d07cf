package dev.idpscripts.server.http;

/** The server's searches are patterns in which {@code %}, {@code _} and a backslash mean something (server.md 3.5). */
public final class Wildcards {

    private Wildcards() {}

    /** The pattern that finds exactly this text. */
    public static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
