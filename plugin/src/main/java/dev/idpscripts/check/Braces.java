package dev.idpscripts.check;

import dev.idpscripts.engine.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds the brace that is probably not closed. The compiler only notices at the end of the script, where nobody looks for it.
 */
final class Braces {

    /**
     * A brace that is open.
     *
     * @param interpolation whether it is that of <code>${</code> in a text
     */
    private record Open(int at, boolean interpolation) {}

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<Integer> suspect = Optional.empty();

    private Braces(String text) {
        this.text = text;
    }

    /** Empty if every brace is closed. */
    static Optional<Place> unclosed(String script) {
        Braces braces = new Braces(script);
        braces.scan();
        return braces.open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        braces.place(braces.suspect.orElse(braces.open.getLast().at())));
    }

    private void scan() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith("//", i)) {
                i = until("\n", i);
            } else if (text.startsWith("/*", i)) {
                i = until("*/", i + 2);
            } else if (c == '"' || c == '\'') {
                i = quoted(c, i + 1);
            } else if (c == '`') {
                i = template(i + 1);
            } else if (c == '}' && !open.isEmpty() && open.peek().interpolation()) {
                open.pop();
                i = template(i + 1);
            } else {
                brace(c, i);
                i++;
            }
        }
    }

    private void brace(char c, int at) {
        if (c == '{') {
            open.push(new Open(at, false));
        } else if (c == '}' && !open.isEmpty()) {
            int from = open.pop().at();
            // Blocks end where they begin: where one does not, its own end is probably missing.
            boolean own = text.substring(lineStart(at), at).isBlank();
            if (own && suspect.isEmpty() && indentation(from) != indentation(at)) {
                suspect = Optional.of(from);
            }
        }
    }

    private int quoted(char quote, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private int template(int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                open.push(new Open(i + 1, true));
                return i + 2;
            }
            if (text.charAt(i) == '`') {
                return i + 1;
            }
        }
        return text.length();
    }

    private int until(String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int indentation(int at) {
        int i = lineStart(at);
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i - lineStart(at);
    }

    private Place place(int at) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Place(line, 1 + text.codePointCount(lineStart(at), at));
    }
}
