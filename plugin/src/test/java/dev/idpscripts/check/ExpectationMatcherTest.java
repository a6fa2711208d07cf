package dev.idpscripts.check;

import static dev.idpscripts.testing.Values.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.CaseResult.CaseState;
import dev.idpscripts.model.check.Difference;
import dev.idpscripts.model.check.Failure;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.check.RunOutcome.LogLine;
import dev.idpscripts.model.declared.Expectation;
import dev.idpscripts.model.declared.TestCase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectationMatcherTest {

    private static final SourceLocation HERE = SourceLocation.of("scripts/a.tests.yaml");
    private static final List<LogLine> LOG =
            List.of(new LogLine("info", "one"), new LogLine("warn", "two"), new LogLine("info", "three"));

    private static RunOutcome succeeded(String attributes, String output) {
        return new RunOutcome(
                Optional.empty(),
                Optional.of(value(attributes)),
                Optional.of(value(output)),
                Optional.of(LOG),
                List.of(),
                OptionalLong.of(50),
                Duration.ZERO,
                List.of(),
                Optional.empty());
    }

    private static RunOutcome failed(String text) {
        Failure failure = new Failure(Failure.FailureKind.RUNTIME, text, text, 3, 5, List.of());
        return new RunOutcome(
                Optional.of(failure),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LOG),
                List.of(),
                OptionalLong.of(50),
                Duration.ZERO,
                List.of(),
                Optional.empty());
    }

    private static RunOutcome onServer(RunOutcome seen) {
        return new RunOutcome(
                seen.failure(),
                seen.attributes(),
                seen.output(),
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                Duration.ZERO,
                List.of(),
                Optional.empty());
    }

    /** As in a file. */
    private static Expectation expect(String yaml) {
        Map<?, ?> keys = (Map<?, ?>) value(yaml).value();
        return new Expectation(
                part(keys, "attributes"),
                part(keys, "output"),
                Boolean.TRUE.equals(keys.get("exactly")),
                Optional.ofNullable((String) keys.get("error")),
                Optional.ofNullable((List<?>) keys.get("logs"))
                        .map(lines ->
                                lines.stream().map(ExpectationMatcherTest::log).toList()),
                keys.get("maxOperations") instanceof Integer n ? OptionalLong.of(n) : OptionalLong.empty(),
                HERE);
    }

    private static Optional<JsonValue> part(Map<?, ?> keys, String key) {
        return keys.containsKey(key) ? Optional.of(new JsonValue(keys.get(key))) : Optional.empty();
    }

    private static Expectation.Log log(Object line) {
        return line instanceof Map<?, ?> map
                ? new Expectation.Log(
                        map.keySet().stream().map(Object::toString).findFirst(),
                        map.values().iterator().next().toString())
                : new Expectation.Log(Optional.empty(), line.toString());
    }

    private static TestCase test(Optional<Expectation> expect, Optional<JsonValue> recorded) {
        return new TestCase("t", value("{}"), expect, recorded, HERE);
    }

    private static String words(List<Difference> differences) {
        return String.join(
                "; ",
                differences.stream()
                        .map(d -> String.join(".", d.path()) + " " + d.wanted() + " " + word(d.expected()) + " "
                                + word(d.got()))
                        .toList());
    }

    private static String word(Optional<JsonValue> value) {
        return value.map(v -> String.valueOf(v.value())).orElse("-");
    }

    static Stream<Arguments> expectations() {
        RunOutcome person = succeeded("{mail: a, n: 1, list: [1, {x: y}], gone: null}", "{login: b}");
        return Stream.of(
                arguments("{}", person, ""),
                arguments("{attributes: {mail: a}}", person, ""),
                arguments("{attributes: {n: 1.0}}", person, ""),
                arguments("{attributes: {mail: A}}", person, "attributes.mail SAME A a"),
                arguments("{attributes: {n: '1'}}", person, "attributes.n SAME 1 1"),
                arguments("{attributes: {other: 1}}", person, "attributes.other SAME 1 -"),
                arguments("{attributes: {gone: null}}", person, ""),
                arguments("{attributes: {other: null}}", person, "attributes.other SAME null -"),
                arguments("{attributes: {list: [1, {x: z}]}}", person, "attributes.list.[1].x SAME z y"),
                arguments("{attributes: {list: [1]}}", person, "attributes.list SAME [1] [1, {x=y}]"),
                arguments("{attributes: [a]}", person, "attributes SAME [a] {mail=a, n=1, list=[1, {x=y}], gone=null}"),
                arguments(
                        "{output: {login: c}, attributes: {mail: b}}",
                        person,
                        "attributes.mail SAME b a; output.login SAME c b"),
                arguments("{output: {}, exactly: true}", person, "output.login SAME - b"),
                arguments("{output: {login: b}, exactly: true}", person, ""),
                arguments(
                        "{attributes: {mail: a, n: 1, list: [1, {}]}, exactly: true}",
                        person,
                        "attributes.list.[1].x SAME - y; attributes.gone SAME - null"),
                arguments(
                        "{}",
                        failed("Runtime error: no mail (line 1)"),
                        "error SAME - Runtime error: no mail (line 1)"),
                arguments("{error: no mail}", failed("Runtime error: no mail"), ""),
                arguments(
                        "{error: no uid}",
                        failed("Runtime error: no mail"),
                        "error CONTAINING no uid Runtime error: no mail"),
                arguments("{error: no mail}", person, "error CONTAINING no mail -"),
                arguments("{error: \"in f\"}", failed("no mail\nin f"), ""),
                arguments("{error: x}", failed("no mail\nin f"), "error CONTAINING x no mail"),
                arguments("{attributes: {mail: b}}", failed("no mail"), "error SAME - no mail"),
                arguments("{logs: [one, three]}", person, ""),
                arguments("{logs: [{info: o}, {info: hre}]}", person, ""),
                arguments("{logs: [three, one]}", person, "logs.[1] CONTAINING one -"),
                arguments(
                        "{logs: [{warn: one}]}",
                        person,
                        "logs.[0] CONTAINING warn: one [info: one, warn: two, info: three]"),
                arguments("{logs: [one, one]}", person, "logs.[1] CONTAINING one [warn: two, info: three]"),
                arguments("{logs: []}", person, "logs SAME [] [info: one, warn: two, info: three]"),
                arguments("{logs: [], exactly: true}", person, "logs SAME [] [info: one, warn: two, info: three]"),
                arguments("{logs: [one, two, three], exactly: true}", person, ""),
                arguments(
                        "{error: bad, logs: [four]}",
                        failed("bad"),
                        "logs.[0] CONTAINING four [info: one, warn: two, info: three]"),
                arguments("{maxOperations: 50}", person, ""),
                arguments("{maxOperations: 49}", person, "operations AT_MOST 49 50"),
                arguments("{logs: [four], maxOperations: 1}", onServer(person), ""));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void holdsAgainstExpectations(String expectation, RunOutcome seen, String differences) {
        CaseResult result = ExpectationMatcher.judge(test(Optional.of(expect(expectation)), Optional.empty()), seen);
        assertEquals(differences, words(result.differences()));
        assertEquals(differences.isEmpty() ? CaseState.PASSED : CaseState.FAILED, result.state());
    }

    @Test
    void aTestThatExpectsNothingIsComparedWithWhatWasRecorded() {
        RunOutcome seen = succeeded("{mail: a}", "{}");
        assertEquals(
                CaseState.UNRECORDED,
                ExpectationMatcher.judge(test(Optional.empty(), Optional.empty()), seen)
                        .state());
        assertEquals(
                CaseState.PASSED,
                ExpectationMatcher.judge(test(Optional.empty(), Optional.of(seen.result())), seen)
                        .state());
        CaseResult changed = ExpectationMatcher.judge(
                test(Optional.empty(), Optional.of(seen.result())), succeeded("{mail: b}", "{n: 1}"));
        assertEquals("attributes.mail SAME a b; output.n SAME - 1", words(changed.differences()));
    }

    @Test
    void whatWasRecordedOfTheLogIsNoDifferenceWhereTheLogIsNotKnown() {
        RunOutcome seen = succeeded("{mail: a}", "{}");
        TestCase test = test(Optional.empty(), Optional.of(seen.result()));
        assertEquals(
                CaseState.PASSED, ExpectationMatcher.judge(test, onServer(seen)).state());
    }

    @Test
    void whatTheServerWouldLoseSaysWhy() {
        RunOutcome.Lost range = new RunOutcome.Lost("output.days", "range", 7, 1);
        RunOutcome seen = losing(range);
        CaseResult result = ExpectationMatcher.judge(
                test(Optional.of(expect("{output: {n: 1}, attributes: {mail: b}}")), Optional.empty()), seen);
        assertEquals(
                "attributes.mail SAME b a; output.n SAME 1 nothing, for output.days is a value that JSON has no word for"
                        + " (range): the server returns nothing of output (line 7)",
                words(result.differences()));
        assertEquals(
                CaseState.PASSED,
                ExpectationMatcher.judge(test(Optional.of(expect("{attributes: {mail: a}}")), Optional.empty()), seen)
                        .state());
    }

    private static RunOutcome losing(RunOutcome.Lost lost) {
        RunOutcome seen = succeeded("{mail: a}", "{}");
        return new RunOutcome(
                seen.failure(),
                seen.attributes(),
                seen.output(),
                seen.log(),
                seen.printed(),
                seen.operations(),
                seen.duration(),
                List.of(lost),
                seen.lines());
    }
}
