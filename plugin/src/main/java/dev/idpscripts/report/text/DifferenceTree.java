package dev.idpscripts.report.text;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.Difference;
import dev.idpscripts.report.style.JsonText;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Differences of results as a small tree: what their paths share stands once. */
public final class DifferenceTree {

    private static final String STEP = "  ";

    private final Style style;
    private final boolean change;

    private static final List<String> ERROR = List.of("error");

    private DifferenceTree(Style style, boolean change) {
        this.style = style;
        this.change = change;
    }

    /** What was expected and what there is. */
    public static List<String> expected(List<Difference> differences, Style style) {
        return new DifferenceTree(style, false).render(differences);
    }

    /** What there was and what there is now. */
    static List<String> changed(List<Difference> differences, Style style) {
        return new DifferenceTree(style, true).render(differences);
    }

    private List<String> render(List<Difference> differences) {
        List<String> out = new ArrayList<>();
        List<String> open = List.of();
        for (Difference difference : differences) {
            List<String> path = difference.path().isEmpty() ? List.of("result") : difference.path();
            List<String> branch = path.subList(0, path.size() - 1);
            int shared = shared(open, branch);
            for (int i = shared; i < branch.size(); i++) {
                out.add(STEP.repeat(i) + Text.clean(branch.get(i)));
            }
            open = branch;
            out.add(STEP.repeat(branch.size())
                    + (!change && path.equals(ERROR)
                            ? failure(difference)
                            : Text.clean(path.get(path.size() - 1)) + ": " + words(difference)));
        }
        return out;
    }

    private static int shared(List<String> a, List<String> b) {
        int n = 0;
        while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
            n++;
        }
        return n;
    }

    private String words(Difference difference) {
        String from = value(difference.expected());
        String to = value(difference.got());
        if (change) {
            return style.removed(from) + " -> " + style.added(to);
        }
        return "expected " + how(difference) + style.added(from) + ", got " + style.removed(to);
    }

    private static String how(Difference difference) {
        return switch (difference.wanted()) {
            case SAME -> "";
            case CONTAINING -> "text with ";
            case AT_MOST -> "at most ";
        };
    }

    /** Whether a script fails is no value among others. */
    private String failure(Difference difference) {
        String wanted = how(difference) + style.added(value(difference.expected()));
        String seen = style.removed(value(difference.got()));
        if (difference.expected().isEmpty()) {
            return "the script failed: " + seen;
        }
        return difference.got().isEmpty()
                ? "the script did not fail; expected the error " + wanted
                : "the script failed with " + seen + "; expected the error " + wanted;
    }

    private static String value(Optional<JsonValue> value) {
        return value.map(JsonText::shortened).orElse("nothing");
    }
}
