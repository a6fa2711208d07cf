package dev.idpscripts.report;

import dev.idpscripts.model.plan.Applied;
import dev.idpscripts.model.plan.Applied.Result;
import dev.idpscripts.model.plan.Applied.State;
import java.util.ArrayList;
import java.util.List;

/** What became of a plan, for a terminal. */
public final class AppliedText {

    private final Style style;

    public AppliedText(Style style) {
        this.style = style;
    }

    /** One change that was attempted, as it goes by. */
    public String line(Result result) {
        String text = Sentence.action(result.change());
        if (result.state() == State.FAILED) {
            return style.removed("failed   " + text);
        }
        return style.added("applied") + "  " + text
                + (result.message().isEmpty() ? "" : style.changed(" (" + Text.clean(result.message()) + ")"));
    }

    /** The end of a run: what was done, and if it stopped, what failed and what was not attempted. */
    public List<String> render(Applied applied) {
        List<String> out = new ArrayList<>();
        for (Result result : applied.in(State.SKIPPED)) {
            out.add("  done already: " + Sentence.action(result.change()));
        }
        out.add(style.strong(summary(applied)));
        for (Result result : applied.in(State.FAILED)) {
            out.add(style.removed("  failed: " + Sentence.action(result.change())));
            result.message().lines().forEach(line -> out.add("    " + Text.clean(line)));
        }
        for (Result result : applied.in(State.NOT_ATTEMPTED)) {
            out.add("  not attempted: " + Sentence.action(result.change()));
        }
        return out;
    }

    /** Such as {@code Applied 12 of 42 changes; 1 failed, 29 not attempted.} */
    public static String summary(Applied applied) {
        int all = applied.results().size();
        int skipped = applied.count(State.SKIPPED);
        if (applied.isComplete()) {
            return "Applied " + Text.count(all - skipped, "change")
                    + (skipped == 0 ? "." : "; " + skipped + (skipped == 1 ? " was" : " were") + " done already.");
        }
        return "Applied " + applied.count(State.APPLIED) + " of " + Text.count(all, "change") + "; "
                + applied.count(State.FAILED) + " failed, " + applied.count(State.NOT_ATTEMPTED) + " not attempted.";
    }
}
