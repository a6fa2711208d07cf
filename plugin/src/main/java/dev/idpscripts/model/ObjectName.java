package dev.idpscripts.model;

/** What the server takes for the name of a script, template or connector (server.md 2.3). */
public final class ObjectName {

    /** In characters. */
    public static final int LONGEST = 255;

    private ObjectName() {}

    /** A name for an object that steps aside: its own, as far as there is room for it, and an ending. */
    public static String aside(String name, String ending) {
        return Characters.first(name, LONGEST - Characters.count(ending)) + ending;
    }
}
