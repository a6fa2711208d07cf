package dev.idpscripts.report.style;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folds lines at blanks so that they fit into so many columns, colours and all. */
public final class LineWrap {

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    /** Such as {@code 3 | let a = 1;} and the mark below it, and commands: what stands in a file, or is to be typed, stays as it is. */
    private static final Pattern WHOLE = Pattern.compile(" *(([0-9]+ )?\\| |mvn |curl ).*");

    private static final String RESET = "\u001B[0m";
    private static final String FURTHER = "  ";

    private final int width;
    private final String further;

    /**
     * What follows stands further in.
     *
     * @param width in columns; 0 for as wide as a line is
     */
    public LineWrap(int width) {
        this(width, FURTHER);
    }

    private LineWrap(int width, String further) {
        this.width = width;
        this.further = further;
    }

    /**
     * What follows stands below.
     *
     * @param width in columns; 0 for as wide as a line is
     */
    public static LineWrap flush(int width) {
        return new LineWrap(width, "");
    }

    /** The lines, each folded where it is too long. */
    public List<String> of(List<String> lines) {
        return lines.stream().flatMap(line -> of(line).stream()).toList();
    }

    /** The line, folded where it is too long. */
    public List<String> of(String line) {
        String plain = COLOUR.matcher(line).replaceAll("");
        if (width <= 0 || plain.length() <= width || WHOLE.matcher(plain).matches()) {
            return List.of(line);
        }
        String indent = " ".repeat(plain.length() - plain.stripLeading().length());
        StringBuilder out = new StringBuilder();
        String colour = "";
        int column = 0;
        for (String word : line.substring(indent.length()).split("(?<= )", -1)) {
            int length = COLOUR.matcher(word).replaceAll("").stripTrailing().length();
            if (column == 0) {
                out.append(indent);
                column = indent.length();
            } else if (column + length > width && !out.toString().isBlank()) {
                out.setLength(out.toString().stripTrailing().length());
                out.append(colour.isEmpty() ? "" : RESET).append('\n');
                out.append(indent).append(further).append(colour);
                column = indent.length() + further.length();
            }
            out.append(word);
            column += COLOUR.matcher(word).replaceAll("").length();
            colour = after(word, colour);
        }
        return out.toString().lines().toList();
    }

    /** The colour that goes on after a word. */
    private static String after(String word, String before) {
        Matcher colours = COLOUR.matcher(word);
        String last = before;
        while (colours.find()) {
            last = colours.group().equals(RESET) ? "" : colours.group();
        }
        return last;
    }
}
