package dev.idpscripts.report.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.check.FailedTest;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Rule;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.report.json.RunResult;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What GitHub shows beside lines: nothing that the files say becomes a command of its own. */
class GitHubAnnotationsTest {

    private static List<String> lines(List<Finding> findings, Plan plan, IdpScriptsException error) {
        return GitHubAnnotations.lines(
                new RunResult(
                        "plan",
                        Outcome.INVALID,
                        Optional.empty(),
                        0,
                        Map.of(),
                        Optional.ofNullable(plan),
                        Optional.empty(),
                        findings,
                        List.of(),
                        Optional.ofNullable(error)),
                file -> "idp/" + file);
    }

    private static Problem problem(String file, String message) {
        return new Problem(new SourceLocation(file, 3, 5), message);
    }

    private static InvalidFiles invalid(Problem... problems) {
        return new InvalidFiles(ErrorCode.FILES_INVALID, List.of(problems));
    }

    @Test
    void eachProblemHasItsPlace() {
        Finding warning = new Finding(
                Finding.Level.WARNING, Rule.OPERATION_LIMIT, SourceLocation.of("scripts/b.rhai"), "it may stop");
        Problem problem = problem("scripts/a.rhai", "Undefined variable: c");
        assertEquals(
                List.of(
                        "::error file=idp/scripts/a.rhai,line=3,col=5,title=idp-scripts::Undefined variable: c",
                        "::warning file=idp/scripts/b.rhai,line=1,col=1,title=idp-scripts::it may stop"),
                lines(List.of(warning, Finding.of(problem)), null, invalid(problem)),
                "and an error that is told twice is shown once");
    }

    @Test
    void aFailingTestStandsInItsFile() {
        FailedTest failed =
                new FailedTest("lower-cases", new SourceLocation("scripts/a.tests.yaml", 2, 5), List.of(), List.of());
        Plan plan = new FakeServer()
                .plan(new Desired(), false)
                .with(List.of(new BodyCheck("a", List.of(), 1, List.of(failed), Optional.empty())));
        assertEquals(
                List.of("::error file=idp/scripts/a.tests.yaml,line=2,col=5,title=idp-scripts::"
                        + "test \"lower-cases\" of script a fails"),
                lines(List.of(), plan, null));
    }

    @Test
    void whatStandsInFilesIsNoCommand() {
        assertEquals(
                List.of("::error file=idp/a%2Cline=9%3A%3Ab.rhai,line=3,col=5,title=idp-scripts::"
                        + "100%25%0A::set-env name=x::y%0D<U+001B>"),
                lines(List.of(), null, invalid(problem("a,line=9::b.rhai", "100%\n::set-env name=x::y\r\u001B"))));
    }

    @Test
    void noMoreThanAreShown() {
        Problem[] many = IntStream.range(0, 30)
                .mapToObj(i -> problem("scripts/s" + i + ".rhai", "wrong"))
                .toArray(Problem[]::new);
        assertEquals(10, lines(List.of(), null, invalid(many)).size());
    }

    @Test
    void nothingIsWrong() {
        assertEquals(List.of(), lines(List.of(), null, null));
    }
}
