package dev.idpscripts.model.pull;

import java.util.List;

/**
 * A body made of the file's lines and the server's. Lines are what stands between line ends, so that a text that ends with one
 * has an empty last line.
 *
 * @param parts from top to bottom; together they have every line of the file that the server does not replace
 * @param base what both sides come from, in words; empty if that is not known
 * @param theirs where the server's lines come from, in words
 */
public record Merged(List<Part> parts, String base, String theirs) {

    /** Some lines of the result. */
    public sealed interface Part {}

    /**
     * The file's lines.
     *
     * @param from the first one, from 0
     * @param to the first one that is not in it any more
     */
    public record Mine(int from, int to) implements Part {}

    /** The server's lines. */
    public record Theirs(List<String> lines) implements Part {
        public Theirs {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Lines that both sides changed, each in its way.
     *
     * @param from the file's first one
     * @param to the file's first one that is not in it any more
     * @param base what stood there before; empty too if that is not known
     * @param theirs what the server has there
     */
    public record Both(int from, int to, List<String> base, List<String> theirs) implements Part {
        public Both {
            base = List.copyOf(base);
            theirs = List.copyOf(theirs);
        }
    }

    public Merged {
        parts = List.copyOf(parts);
    }

    /** The file's text as it is. */
    public static Merged mine(String text) {
        return new Merged(List.of(new Mine(0, lines(text).size())), "", "");
    }

    /** The server's text in place of the file's. */
    public static Merged theirs(String text) {
        return new Merged(List.of(new Theirs(lines(text))), "", "");
    }

    /** A text's lines, with an empty one at the end if it ends with a line end. */
    public static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    /** Whether people must decide about a part. */
    public boolean isConflict() {
        return parts.stream().anyMatch(Both.class::isInstance);
    }

    /** Whether it is the file's text as it is. */
    public boolean isMine() {
        return parts.stream().allMatch(Mine.class::isInstance);
    }

    /** Whether it has lines of both. */
    public boolean isMixed() {
        return parts.stream().anyMatch(Mine.class::isInstance) && !isMine();
    }
}
