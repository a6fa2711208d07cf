package dev.idpscripts.command.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.report.ci.CiLines;
import dev.idpscripts.report.json.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What later steps of a pipeline are told. */
class CiOutputsTest {

    @TempDir
    Path folder;

    private static Map<String, String> values(String message) {
        return CiLines.lines(new RunResult(
                "plan",
                Outcome.DRIFT,
                Optional.empty(),
                3,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(new UserError(ErrorCode.DRIFT_FOUND, message, "Do something."))));
    }

    private CiOutputs outputs(CiOutputs.Server server, Map<String, String> variables) {
        return new CiOutputs(server, variables, new Outputs(folder, new Secrets()));
    }

    @Test
    void githubGetsOneLineForEachValue() throws IOException {
        Path output = Files.writeString(folder.resolve("output"), "before=1\n");
        Path summary = folder.resolve("summary");
        Files.writeString(folder.resolve("plan.md"), "## Plan\n");
        CiOutputs outputs = outputs(
                CiOutputs.Server.GITHUB,
                Map.of("GITHUB_OUTPUT", output.toString(), "GITHUB_STEP_SUMMARY", summary.toString()));
        outputs.write(values("script a\u001B[31m\u0085\u2028outcome=APPLIED"), true);
        String lines = Files.readString(output);
        assertTrue(
                lines.startsWith("before=1\noutcome=DRIFT\nexit-code=1\nsummary=script a<U+001B>[31m<U+0085><U+2028>"),
                lines);
        assertEquals(
                1, lines.lines().filter(line -> line.startsWith("outcome=")).count());
        assertTrue(lines.endsWith("plan-md=" + folder.resolve("plan.md") + "\nplan-html=" + folder.resolve("plan.html")
                + "\nresult-json=" + folder.resolve("result.json") + "\n"));
        assertEquals("## Plan\n", Files.readString(summary));

        // A goal that made no plan leaves an earlier run's alone.
        outputs.write(values("x"), false);
        assertEquals("## Plan\n", Files.readString(summary));
    }

    @Test
    void gitlabGetsADotenv() throws IOException {
        outputs(CiOutputs.Server.GITLAB, Map.of()).write(values("two\nlines"), true);
        assertEquals(
                "IDP_SCRIPTS_OUTCOME=DRIFT\nIDP_SCRIPTS_EXIT_CODE=1\nIDP_SCRIPTS_SUMMARY=two\n",
                Files.readString(folder.resolve("plan.env")));
    }

    @Test
    void nobodyGetsAnythingUnasked() throws IOException {
        CiOutputs outputs = outputs(
                CiOutputs.Server.NONE,
                Map.of("GITHUB_OUTPUT", folder.resolve("output").toString()));
        outputs.write(values("x"), true);
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void whatCannotWorkIsRefused() {
        UserError e = assertThrows(UserError.class, () -> outputs(CiOutputs.Server.GITHUB, Map.of()));
        assertTrue(e.getMessage().contains("GITHUB_OUTPUT"), e.getMessage());
    }
}
