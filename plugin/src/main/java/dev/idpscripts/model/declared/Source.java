package dev.idpscripts.model.declared;

import dev.idpscripts.model.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * The file that a body comes from, so that a place in the body, where values are filled in, can be found in the file.
 *
 * @param file relative to the repository
 * @param text the file's text with LF line ends, before values were filled in
 * @param substitutions where values were filled in, in order
 */
public record Source(String file, String text, List<Substitution> substitutions) {

    /**
     * A placeholder and its value.
     *
     * @param at the placeholder's first character in the file's text
     * @param end the first character after it
     * @param filledAt where the value begins in the body
     * @param filledEnd where it ends there
     */
    public record Substitution(int at, int end, int filledAt, int filledEnd) {

        private static final int MARK = "@@".length();

        /** The placeholder's name; empty where a literal {@code @@} stands. */
        public Optional<String> name(Source source) {
            return Optional.of(source.text().substring(at + MARK, end - MARK)).filter(name -> !name.isEmpty());
        }
    }

    public Source {
        substitutions = List.copyOf(substitutions);
    }

    /** A file without placeholders. */
    public static Source of(String file, String text) {
        return new Source(file, text, List.of());
    }

    /** The line of this number, from 1; empty if there is none. */
    public Optional<String> line(int number) {
        return text.lines().skip(number - 1).findFirst();
    }

    /** The beginning of the file. */
    public SourceLocation origin() {
        return SourceLocation.of(file);
    }

    /**
     * Where in the file this place of the body comes from; a place within a value is that of its placeholder.
     *
     * @param body the text with values
     * @param line from 1
     * @param column in characters from 1; 0 is taken for 1
     */
    public SourceLocation origin(String body, int line, int column) {
        int lineStart = 0;
        for (int i = 1; i < line; i++) {
            int end = body.indexOf('\n', lineStart);
            lineStart = end < 0 ? body.length() : end + 1;
        }
        int lineEnd = body.indexOf('\n', lineStart);
        int length = (lineEnd < 0 ? body.length() : lineEnd) - lineStart;
        String text = body.substring(lineStart, lineStart + length);
        int before = Math.min(Math.max(column - 1, 0), text.codePointCount(0, length));
        return place(inFile(lineStart + text.offsetByCodePoints(0, before)));
    }

    private int inFile(int inBody) {
        int shift = 0;
        for (Substitution substitution : substitutions) {
            if (inBody < substitution.filledAt()) {
                break;
            }
            if (inBody < substitution.filledEnd()) {
                return substitution.at();
            }
            shift = substitution.end() - substitution.filledEnd();
        }
        return inBody + shift;
    }

    /** Where this character of the file's text stands. */
    public SourceLocation place(int at) {
        int offset = Math.min(at, text.length());
        String before = text.substring(0, offset);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int lineStart = before.lastIndexOf('\n') + 1;
        return new SourceLocation(file, line, 1 + before.codePointCount(lineStart, offset));
    }
}
