package dev.idpscripts.model.check;

import dev.idpscripts.model.declared.Script;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a script's tests ended.
 *
 * @param cases in the file's order
 */
public record ScriptResult(Script script, List<CaseResult> cases) {

    public ScriptResult {
        cases = List.copyOf(cases);
    }

    public List<CaseResult> failures() {
        return cases.stream().filter(CaseResult::failed).toList();
    }

    /** What the server will not return of what the tests' runs left behind. */
    public List<Finding> warnings() {
        return cases.stream()
                .flatMap(each -> each.seen().lost().stream())
                .map(lost -> lost.toFinding(script))
                .distinct()
                .sorted()
                .toList();
    }

    /** The failures, with places in the script's file. */
    public List<FailedTest> failed() {
        return failures().stream()
                .map(failed -> new FailedTest(
                        failed.test().name(),
                        failed.test().origin(),
                        failed.differences(),
                        failed.seen()
                                .failure()
                                .map(failure -> FailedTest.trace(script, failure))
                                .orElse(List.of())))
                .toList();
    }

    /** The lines of the body that hold a statement, and those that a test reached; empty if that was not asked for. */
    public Optional<RunOutcome.Lines> lines() {
        List<RunOutcome.Lines> each =
                cases.stream().flatMap(c -> c.seen().lines().stream()).toList();
        if (each.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<Integer> all = new TreeSet<>();
        SortedSet<Integer> reached = new TreeSet<>();
        each.forEach(lines -> {
            all.addAll(lines.all());
            reached.addAll(lines.reached());
        });
        reached.retainAll(all);
        return Optional.of(new RunOutcome.Lines(all, reached));
    }
}
