package dev.idpscripts.check;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.CaseResult.CaseState;
import dev.idpscripts.model.check.Difference;
import dev.idpscripts.model.check.Difference.Relation;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Expectation;
import dev.idpscripts.model.declared.TestCase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what a run showed against what was expected, or against what another run showed. */
final class ExpectationMatcher {

    private ExpectationMatcher() {}

    static CaseResult judge(TestCase test, RunOutcome seen) {
        if (test.expect().isEmpty() && test.recorded().isEmpty()) {
            return new CaseResult(test, CaseState.UNRECORDED, seen, List.of());
        }
        List<Difference> differences = test.expect()
                .map(expect -> unexpected(expect, seen))
                .orElseGet(() -> between(comparable(test.recorded().orElseThrow(), seen), seen.result()));
        return new CaseResult(
                test, differences.isEmpty() ? CaseState.PASSED : CaseState.FAILED, seen, explained(differences, seen));
    }

    /** What is missing because the server would not return it says so. */
    private static List<Difference> explained(List<Difference> differences, RunOutcome seen) {
        List<Difference> explained = new ArrayList<>(differences);
        for (RunOutcome.Lost lost : seen.lost()) {
            String part = lost.ofAttributes() ? "attributes" : "output";
            for (int i = 0; i < differences.size(); i++) {
                Difference difference = differences.get(i);
                if (difference.path().indexOf(part) == 0) {
                    explained.set(i, because(difference, lost));
                }
            }
        }
        return explained;
    }

    private static Difference because(Difference difference, RunOutcome.Lost lost) {
        String where = lost.line() == 0 ? "" : " (line " + lost.line() + ")";
        return new Difference(
                difference.path(),
                difference.wanted(),
                difference.expected(),
                Optional.of(new JsonValue("nothing, for " + lost.why() + where)));
    }

    /** Every difference of two results. */
    static List<Difference> between(JsonValue before, JsonValue after) {
        Differences differences = new Differences(true);
        differences.compare(List.of(), Optional.of(before), Optional.of(after));
        return differences.found();
    }

    /** Where the log is not known, as on the server, what was recorded of it is no difference. */
    private static JsonValue comparable(JsonValue recorded, RunOutcome seen) {
        if (seen.log().isPresent() || !(recorded.value() instanceof Map<?, ?> map)) {
            return recorded;
        }
        Map<Object, Object> without = new LinkedHashMap<>(map);
        without.remove("logs");
        return new JsonValue(without);
    }

    private static List<Difference> unexpected(Expectation expect, RunOutcome seen) {
        Differences differences = new Differences(expect.exactly());
        if (expect.error().isPresent() || seen.failure().isPresent()) {
            error(expect.error(), seen.failure(), differences);
        } else {
            expect.attributes()
                    .ifPresent(a -> differences.compare(List.of("attributes"), Optional.of(a), seen.attributes()));
            expect.output().ifPresent(o -> differences.compare(List.of("output"), Optional.of(o), seen.output()));
        }
        expect.logs().ifPresent(lines -> seen.log().ifPresent(log -> logs(lines, log, differences, expect.exactly())));
        if (expect.maxOperations().isPresent() && seen.operations().isPresent()) {
            operations(expect.maxOperations().getAsLong(), seen.operations().getAsLong(), differences);
        }
        return differences.found();
    }

    private static void error(Optional<String> part, Optional<Failure> failure, Differences differences) {
        boolean right = part.isPresent()
                && failure.filter(f -> f.text().contains(part.get())).isPresent();
        if (!right) {
            // The lines that follow say through which calls it came there; reports show those with their places.
            differences.add(new Difference(
                    List.of("error"),
                    part.isPresent() ? Relation.CONTAINING : Relation.SAME,
                    part.map(JsonValue::new),
                    failure.map(f -> new JsonValue(f.shown().lines().findFirst().orElse("")))));
        }
    }

    private static void operations(long atMost, long taken, Differences differences) {
        if (taken > atMost) {
            differences.add(new Difference(
                    List.of("operations"), Relation.AT_MOST, Optional.of(number(atMost)), Optional.of(number(taken))));
        }
    }

    /** The expected lines must come in their order; others may stand between them, unless none or exactly these are expected. */
    private static void logs(
            List<Expectation.Log> expected, List<RunOutcome.LogLine> log, Differences differences, boolean exactly) {
        int next = 0;
        for (int i = 0; i < expected.size(); i++) {
            int at = next;
            while (at < log.size() && !matches(expected.get(i), log.get(at))) {
                at++;
            }
            if (at == log.size()) {
                differences.add(new Difference(
                        List.of("logs", "[" + i + "]"),
                        Relation.CONTAINING,
                        Optional.of(new JsonValue(expected.get(i).toString())),
                        lines(log.subList(next, log.size()))));
                return;
            }
            next = at + 1;
        }
        if ((exactly || expected.isEmpty()) && log.size() > expected.size()) {
            differences.add(new Difference(
                    List.of("logs"),
                    Relation.SAME,
                    Optional.of(new JsonValue(
                            expected.stream().map(Expectation.Log::toString).toList())),
                    lines(log)));
        }
    }

    private static boolean matches(Expectation.Log expected, RunOutcome.LogLine line) {
        return line.text().contains(expected.part())
                && expected.level().map(line.level()::equals).orElse(true);
    }

    private static Optional<JsonValue> lines(List<RunOutcome.LogLine> log) {
        return log.isEmpty()
                ? Optional.empty()
                : Optional.of(new JsonValue(
                        log.stream().map(RunOutcome.LogLine::toString).toList()));
    }

    private static JsonValue number(long n) {
        return new JsonValue(BigInteger.valueOf(n));
    }
}
