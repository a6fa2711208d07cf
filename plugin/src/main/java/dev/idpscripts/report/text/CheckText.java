package dev.idpscripts.report.text;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.check.BehaviourChange;
import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.check.BodyCheck.Behaviour;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verdict on a body, as it stands beside its change in a plan. */
public final class CheckText {

    private final Style style;
    private final FindingsText places;
    private final TestsText tests;

    public CheckText(Style style, FindingsText places) {
        this.style = style;
        this.places = places;
        this.tests = new TestsText(style, places);
    }

    List<String> render(BodyCheck check) {
        List<String> out = new ArrayList<>();
        out.add(verdict(check));
        out.addAll(details(check));
        return out;
    }

    /** Findings, failed tests, and differences in behaviour. */
    public List<String> details(BodyCheck check) {
        List<String> out = new ArrayList<>();
        for (Finding finding : check.findings()) {
            List<String> lines = places.render(finding);
            out.add("  "
                    + (finding.isError() ? style.removed(lines.get(0)) : style.changed("warning: " + lines.get(0))));
            lines.stream().skip(1).forEach(line -> out.add("  " + line));
        }
        tests.failures(check.failures()).forEach(line -> out.add("  " + line));
        check.behaviour().filter(behaviour -> behaviour.contexts() > 0).ifPresent(b -> behaviour(b, out));
        return out;
    }

    /** Such as {@code compiles; all 5 tests pass}. */
    public String verdict(BodyCheck check) {
        if (!check.compiles()) {
            return style.removed("does not compile");
        }
        int all = check.tests();
        int failed = check.failures().size();
        if (failed > 0) {
            return style.removed("compiles; " + failed + " of " + Phrase.count(all, "test") + " "
                    + Phrase.word(failed, "fails", "fail"));
        }
        return style.faint("compiles; "
                + (all == 0 ? "it has no tests" : all == 1 ? "its test passes" : "all " + all + " tests pass"));
    }

    /** Bodies that all passed, such as {@code 16 new scripts compile; all 115 tests pass; no tests: pager}; empty if there are none. */
    static Optional<String> together(List<BodyCheck> passed) {
        if (passed.isEmpty()) {
            return Optional.empty();
        }
        int tests = passed.stream().mapToInt(BodyCheck::tests).sum();
        List<String> untested = passed.stream()
                .filter(check -> check.tests() == 0)
                .map(check -> Text.clean(check.script()))
                .toList();
        return Optional.of(Phrase.count(passed.size(), "new script", "compiles", "compile")
                + (tests == 0 ? "" : "; " + (tests == 1 ? "1 test passes" : "all " + tests + " tests pass"))
                + (untested.isEmpty() ? "" : "; no tests: " + String.join(", ", untested)) + ".");
    }

    private void behaviour(Behaviour behaviour, List<String> out) {
        int changed = behaviour.changes().size();
        if (changed == 0) {
            out.add(style.faint("behaves as before in " + Phrase.count(behaviour.contexts(), "context")));
            return;
        }
        out.add(style.changed(
                "behaves differently in " + changed + " of " + Phrase.count(behaviour.contexts(), "context") + ":"));
        for (BehaviourChange change : behaviour.changes()) {
            out.add("  " + Text.clean(change.test()));
            DifferenceTree.changed(change.differences(), style).forEach(line -> out.add("    " + line));
        }
    }
}
