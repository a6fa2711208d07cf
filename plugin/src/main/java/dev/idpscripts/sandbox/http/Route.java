package dev.idpscripts.sandbox.http;

import java.util.List;
import java.util.function.Function;

/**
 * One line of the endpoint table.
 *
 * @param segments of the path's pattern; {@code {…}} stands for anything
 * @param access what a request must bring
 * @param holds what it holds of the store while it works
 */
public record Route(
        String method, List<String> segments, RequiredRole access, Holds holds, Function<Call, Answer> endpoint) {

    /** What a request must bring to pass (server.md 5.1), each including the one before. */
    public enum RequiredRole {
        NOTHING,
        TENANT,
        CREDENTIALS,
        ADMIN
    }

    /** What an endpoint holds of the store while it works. */
    public enum Holds {
        /** Nobody may write. */
        READING,
        /** Nobody else may do anything. */
        WRITING,
        /** It takes what it needs by itself. */
        NOTHING
    }

    public static Route route(String method, String pattern, RequiredRole access, Function<Call, Answer> endpoint) {
        Holds holds = "GET".equals(method) ? Holds.READING : Holds.WRITING;
        return new Route(method, segments(pattern), access, holds, endpoint);
    }

    public Route holdingNothing() {
        return new Route(method, segments, access, Holds.NOTHING, endpoint);
    }

    /** The path's pattern. */
    public String pattern() {
        return String.join("/", segments);
    }

    /** The last one is empty if the path ends with a slash. */
    static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
