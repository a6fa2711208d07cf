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
            out.add(STEP.repeat(branch.size()) + Text.clean(path.get(path.size() - 1)) + ": " + words(difference));
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
        String how =
                switch (difference.wanted()) {
                    case SAME -> "";
                    case CONTAINING -> "text with ";
                    case AT_MOST -> "at most ";
                };
        return "expected " + how + style.added(from) + ", got " + style.removed(to);
    }

    private static String value(Optional<JsonValue> value) {
        return value.map(JsonText::shortened).orElse("nothing");
    }
}
