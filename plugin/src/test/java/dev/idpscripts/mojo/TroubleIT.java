package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.sandbox.faults.Fault;
import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.ResultSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of what the fault matrix tests, with a real Maven: what people see when an apply fails, and how they go on. */
class TroubleIT {

    @TempDir
    Path folder;

    private Repo repo(Sandbox sandbox) {
        return Repo.in(folder)
                .delete("environments/sandbox.yaml")
                .file("scripts/a.rhai", "1")
                .file("scripts/b.rhai", "2")
                .file(
                        "bindings/LDAP.yaml",
                        "connector: LDAP\nhooks:\n  before create:\n    - script: a\n    - script: b\n")
                .file(
                        "environments/test.yaml",
                        "url: " + sandbox.url() + "\ntenant: " + Environment.SYSTEM_TENANT + "\nserver: idp-token\n");
    }

    private static Sandbox sandbox(Faults faults) {
        return Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP")), faults);
    }

    private static Faults pushing(FaultKind kind) {
        return new Faults(List.of(new Fault("POST /governance/scripts/{id}/versions", 1, 2, kind)));
    }

    /** An apply that has announced a push, which takes two seconds or more. */
    private Process pushing(MavenRun maven, Path out) throws Exception {
        Process process = maven.process(MavenRun.PLUGIN + ":apply")
                .redirectOutput(out.toFile())
                .start();
        until(folder.resolve(".idp-scripts/local/journal.jsonl"), "\"act\":\"push\"");
        return process;
    }

    private static void until(Path file, String text) throws Exception {
        for (int i = 0; i < 1_200; i++) {
            if (Files.exists(file) && Files.readString(file).contains(text)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(file + " does not say " + text);
    }

    private String result() throws Exception {
        return Files.readString(folder.resolve("target/idp-scripts/result.json"));
    }

    @Test
    void aFailureIsTakenBackAndTheNextApplyGoesThrough() throws Exception {
        Faults faults =
                new Faults(List.of(new Fault("POST /governance/script-bindings", 2, 1, FaultKind.ERROR_BEFORE)));
        try (Sandbox sandbox = sandbox(faults)) {
            repo(sandbox);
            MavenRun maven = MavenRun.in(folder).settingsToken(sandbox.token());
            MavenRun.Result run = maven.run(MavenRun.PLUGIN + ":apply").failed();
            assertEquals(1, run.lines("the apply failed and was taken back").size(), run.output());
            assertTrue(result().contains("\"outcome\" : \"ROLLED_BACK\""), result());
            assertEquals(0, new Client(sandbox, false).inventory().scripts().size());
            maven.run(MavenRun.PLUGIN + ":apply").succeeded();
            assertEquals(
                    1,
                    maven.run(MavenRun.PLUGIN + ":plan")
                            .succeeded()
                            .lines("No changes.")
                            .size());
        }
    }

    @Test
    void aKilledRunIsExplainedAndFinished() throws Exception {
        try (Sandbox sandbox = sandbox(pushing(FaultKind.SLOW))) {
            repo(sandbox);
            MavenRun maven = MavenRun.in(folder).settingsToken(sandbox.token());
            Process process = pushing(maven, folder.resolve("out.txt"));
            process.destroyForcibly().waitFor();
            MavenRun.Result next = maven.run(MavenRun.PLUGIN + ":apply").succeeded();
            assertEquals(1, next.lines("did not come to its end").size(), next.output());
            assertTrue(
                    !next.lines("whether this was done is not known: push script")
                            .isEmpty(),
                    next.output());
            assertEquals(
                    1,
                    maven.run(MavenRun.PLUGIN + ":plan")
                            .succeeded()
                            .lines("No changes.")
                            .size());
        }
    }

    @Test
    void anInterruptedRunFinishesItsWritesAndSaysWhatIsLeft() throws Exception {
        try (Sandbox sandbox = sandbox(pushing(FaultKind.SLOW))) {
            repo(sandbox);
            MavenRun maven = MavenRun.in(folder).settingsToken(sandbox.token());
            Path out = folder.resolve("out.txt");
            Process process = pushing(maven, out);
            process.destroy();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            String said = Files.readString(out);
            assertTrue(said.contains("Stopping: what is being written is finished first"), said);
            assertTrue(said.contains("the apply was stopped from outside"), said);
            assertTrue(result().contains("\"outcome\" : \"PARTIAL\""), result());
            MavenRun.Result next = maven.run(MavenRun.PLUGIN + ":apply").succeeded();
            assertEquals(0, next.lines("did not come to its end").size(), next.output());
        }
    }

    /** The server does not answer, so the run cannot come to its end by itself. */
    @Test
    void aSecondSignalEndsAtOnceAndSaysWhatIsOpen() throws Exception {
        try (Sandbox sandbox = sandbox(pushing(FaultKind.STALLED_BODY))) {
            repo(sandbox);
            MavenRun maven = MavenRun.in(folder).settingsToken(sandbox.token());
            Path out = folder.resolve("out.txt");
            Process process = pushing(maven, out);
            process.destroy();
            until(out, "Once more ends at once");
            process.destroy();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
            assertEquals(130, process.exitValue());
            String said = Files.readString(out);
            assertTrue(
                    said.contains("Ended. Whether these were done is not known; run apply again, which looks:"), said);
            assertTrue(said.contains("  create script a"), said);
            ResultSchema.checked(result());
            assertTrue(result().contains("\"outcome\" : \"PARTIAL\""), result());
            assertTrue(result().contains("Whether these were done is not known: create script "), result());
            maven.run(MavenRun.PLUGIN + ":apply").succeeded();
        }
    }

    @Test
    void aWedgedScriptIsExplainedAndMadeAnew() throws Exception {
        Faults faults = Faults.none();
        try (Sandbox sandbox = sandbox(faults)) {
            repo(sandbox);
            MavenRun maven = MavenRun.in(folder).settingsToken(sandbox.token());
            maven.run(MavenRun.PLUGIN + ":apply").succeeded();
            Repo.in(folder).delete("environments/sandbox.yaml").file("scripts/a.rhai", "3");
            faults.set(List.of(new Fault("POST /governance/scripts/{id}/versions", 1, 1, FaultKind.WEDGE)));
            maven.run(MavenRun.PLUGIN + ":apply").failed();
            MavenRun.Result plan = maven.run(MavenRun.PLUGIN + ":plan").failed();
            assertEquals(
                    1, plan.lines("the script \"a\" is wedged on the server").size(), plan.output());
            maven.run(MavenRun.PLUGIN + ":apply", "-Didp-scripts.recreateWedged")
                    .succeeded();
            assertEquals(
                    1,
                    maven.run(MavenRun.PLUGIN + ":plan")
                            .succeeded()
                            .lines("No changes.")
                            .size());
            assertEquals(2, new Client(sandbox, false).inventory().bindings().size());
        }
    }

    @Test
    void troubleCanBeRehearsed() throws Exception {
        Repo.in(folder).file("scripts/a.rhai", "1").file("faults.yaml", """
                        - {operation: POST /governance/scripts, fault: too-many-wait}
                        - {operation: 'POST /governance/scripts/{id}/activate', fault: reset-before}
                        """);
        MavenRun.Result run = MavenRun.in(folder)
                .run(
                        MavenRun.PLUGIN + ":apply",
                        "-Didp-scripts.sandbox.faults=faults.yaml",
                        "-Didp-scripts.onFailure=stop")
                .failed();
        assertEquals(
                List.of("create script a: the server answered 429; waiting 1.0 s and trying again."),
                run.lines("waiting"));
        assertTrue(result().contains("\"outcome\" : \"PARTIAL\""), result());
    }
}
