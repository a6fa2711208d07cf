package dev.idpscripts.engine;

/**
 * A value that JSON has no word for: one in {@code output}, and the server returns nothing of it; one in {@code attributes}, and it
 * returns null in their place (server.md 4.3).
 *
 * @param name such as {@code output.list[2]}; {@code output} itself if it is no map any more
 * @param kind its type in the scripting language, such as {@code range}
 * @param place the statement that put it there
 */
public record Lost(String name, String kind, Place place) {}
