package dev.idpscripts.report.text;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.ApplyResult.Result;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.words.PlanSummary;
import dev.idpscripts.report.words.Sentence;
import java.util.ArrayList;
import java.util.List;

/** What became of a plan, for a terminal. */
public final class ApplyText {

    private final Style style;

    public ApplyText(Style style) {
        this.style = style;
    }

    /** The change as an order, such as {@code activate script A}. */
    public static String action(Change change) {
        return Sentence.action(change);
    }

    /** One change that was attempted, as it goes by. */
    public String line(Result result) {
        String text = Sentence.action(result.change());
        String note = result.message().isEmpty() ? "" : style.changed(" (" + Text.clean(result.message()) + ")");
        return switch (result.state()) {
            case FAILED -> style.removed("failed   " + text);
            case UNDONE -> style.changed("undone") + "   " + text + note;
            case NOT_UNDONE -> style.removed("not undone  " + text);
            default -> style.added("applied") + "  " + text + note;
        };
    }

    /** The end of a run: what was done, and if it stopped, what was not attempted, what was undone, what failed and what stays open. */
    public List<String> render(ApplyResult applied) {
        List<String> out = new ArrayList<>();
        for (Result result : applied.in(State.SKIPPED)) {
            out.add("  done already: " + Sentence.action(result.change()));
        }
        out.add(style.strong(summary(applied)));
        if (!applied.isComplete()) {
            // A bar has not named them, and result.json may lie on a full disk.
            applied.in(State.APPLIED).forEach(result -> out.add("  applied: " + Sentence.action(result.change())));
        }
        // What matters most comes last: that is where people look.
        for (Result result : applied.in(State.NOT_ATTEMPTED)) {
            out.add("  not attempted: " + Sentence.action(result.change())
                    + (result.message().isEmpty() ? "" : ", " + Text.clean(result.message())));
        }
        for (Result result : applied.in(State.UNDONE)) {
            out.add("  undone: " + Sentence.action(result.change()) + " (" + Text.clean(result.message()) + ")");
        }
        for (Result result : applied.in(State.FAILED)) {
            out.add(style.removed("  failed: " + Sentence.action(result.change())));
            reason(out, result);
        }
        for (Result result : applied.in(State.NOT_UNDONE)) {
            out.add(style.removed("  applied, and could not be undone: " + Sentence.action(result.change())));
            reason(out, result);
        }
        return out;
    }

    private static void reason(List<String> out, Result result) {
        result.message().lines().forEach(line -> out.add("    " + Text.clean(line)));
    }

    /**
     * What became of the plan: in its own words if all of it was applied, such as {@code Applied: create 2 scripts.}, otherwise in steps, such
     * as {@code Applied 12 of 42 steps; 1 failed, 29 not attempted.}
     */
    public static String summary(ApplyResult applied) {
        if (applied.isComplete()) {
            return complete(applied);
        }
        int applying = applied.count(State.APPLIED, State.UNDONE, State.NOT_UNDONE);
        return "Applied " + applying + " of " + Phrase.count(applied.results().size(), "step") + "; "
                + applied.count(State.FAILED) + " failed, "
                + (applied.takenBack() ? applied.count(State.UNDONE) + " undone, " : "")
                + (applied.count(State.NOT_UNDONE) == 0
                        ? ""
                        : applied.count(State.NOT_UNDONE) + " could not be undone, ")
                + applied.count(State.NOT_ATTEMPTED) + " not attempted.";
    }

    private static String complete(ApplyResult applied) {
        int skipped = applied.count(State.SKIPPED);
        String done = Phrase.count(skipped, "step", "was", "were") + " done already";
        List<Change> changes =
                applied.in(State.APPLIED).stream().map(Result::change).toList();
        if (changes.isEmpty()) {
            return "Nothing was left to apply: " + done + ".";
        }
        return "Applied: " + PlanSummary.words(changes) + (skipped == 0 ? "." : "; " + done + ".");
    }
}
