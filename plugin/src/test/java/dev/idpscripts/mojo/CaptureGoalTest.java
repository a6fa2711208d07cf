package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.verify;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.RecordedRun;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.server.InsightApi;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

/** Logs that become tests, and logs that cannot. */
@MojoTest(realRepositorySession = true)
class CaptureGoalTest {

    private static final String BODY =
            "if \"mail\" !in attributes { throw \"no mail\"; }\nattributes.mail = attributes.mail.to_lower();\n";

    private static final UUID NIL = new UUID(0, 0);

    @TempDir
    Path folder;

    @Inject
    MavenSession session;

    @Inject
    Log log;

    private Repo repo;

    @BeforeEach
    void files() {
        repo = Repo.in(folder).file("scripts/mail.rhai", BODY).file("scripts/mail.yaml", "name: Mail, *lower*\n");
        set("directory", folder.toString());
        set("outputDirectory", folder.resolve("target/idp-scripts").toString());
        set("sandbox.directory", folder.resolve("target/sandbox").toString());
    }

    private void set(String option, String value) {
        session.getUserProperties().setProperty("idp-scripts." + option, value);
    }

    private Environment environment() {
        return new Environments(folder).choose(null);
    }

    /** A run on the server of a script with this name. */
    private UUID run(CaptureMojo goal, String script, Map<String, Object> context) {
        try (Connection open = goal.connect(environment())) {
            StoredScript stored = open.server().scripts().byName(script).orElseGet(() -> open.server()
                    .scripts()
                    .create(script, Optional.empty()));
            open.server().versions().push(stored.id(), script, new Body(BODY), "test");
            open.server().testing().dryRun(stored.id(), script, 2, context);
            ExecutionLog newest = open.server()
                    .insight()
                    .logs(new InsightApi.LogFilter(null, null, null, null, null, null, null), 1)
                    .get(0);
            return newest.id();
        }
    }

    private void delete(CaptureMojo goal, String script) {
        try (Connection open = goal.connect(environment())) {
            open.server()
                    .scripts()
                    .delete(open.server().scripts().byName(script).orElseThrow().id(), script);
        }
    }

    private List<String> said() {
        ArgumentCaptor<CharSequence> infos = ArgumentCaptor.forClass(CharSequence.class);
        verify(log, atLeast(0)).info(infos.capture());
        return infos.getAllValues().stream().map(CharSequence::toString).toList();
    }

    private void fails(CaptureMojo goal, UUID id, String text) throws ReflectiveOperationException {
        log(goal, id.toString());
        fails(goal, text);
    }

    private void fails(CaptureMojo goal, String text) {
        MojoFailureException e = assertThrows(MojoFailureException.class, goal::execute);
        assertTrue(e.getMessage().contains(text), e.getMessage());
        assertFalse(Files.exists(folder.resolve("scripts/mail.tests.yaml")));
    }

    private static void log(CaptureMojo goal, String id) throws ReflectiveOperationException {
        var field = CaptureMojo.class.getDeclaredField("log");
        field.setAccessible(true);
        field.set(goal, id);
    }

    @Test
    @MojoParameter(name = "name", value = "a mail in capitals")
    void aRunThatSucceeded(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        UUID id = run(goal, "Mail, *lower*", Map.of("attributes", Map.of("mail", "A@B.C")));
        log(goal, id.toString());
        goal.execute();
        assertEquals("""
                # yaml-language-server: $schema=../.idp-scripts/schemas/tests.schema.json
                tests:
                  - name: a mail in capitals
                    context: {attributes: {mail: A@B.C}}
                    expect: {attributes: {mail: a@b.c}, output: {}, exactly: true}
                """, repo.read("scripts/mail.tests.yaml"));
        assertTrue(
                said().stream().anyMatch(line -> line.contains("passed") && line.contains("1 test")),
                said().toString());
    }

    @Test
    void aRunThatFailed(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        repo.file("scripts/mail.tests.yaml", "tests:\n  - name: old # mine\n");
        UUID id = run(goal, "Mail, *lower*", Map.of("attributes", Map.of("clientSecret", "s3cr3t")));
        log(goal, id.toString());
        goal.execute();
        String text = repo.read("scripts/mail.tests.yaml");
        assertTrue(text.startsWith("tests:\n  - name: old # mine\n  - name: failure of "), text);
        assertTrue(text.contains("    expect: {error: 'Runtime error: no mail'}\n"), text);
        assertTrue(text.contains("clientSecret: masked-1"), text);
        assertTrue(said().stream().anyMatch(line -> line.endsWith("; secrets masked: 1.")), said().toString());
    }

    @Test
    void aLogOfADeletedScript(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        UUID id = run(goal, "Gone", Map.of());
        delete(goal, "Gone");
        fails(goal, id, "execution log " + id + " is of a script that was deleted");
    }

    @ParameterizedTest
    @CsvSource({"failure,,has no context", "skipped,{},has the status skipped"})
    void aLogThatDoesNotTellWhatRan(String status, String context, String text) {
        ExecutionLog told = new ExecutionLog(
                NIL, NIL, new UUID(0, 1), null, NIL, 2, status, false, context, null, "no mail", 1, NIL, Instant.EPOCH);
        UserError e = assertThrows(UserError.class, () -> RecordedRun.refuse(told));
        assertTrue(e.getMessage().contains(text), e.getMessage());
    }

    @Test
    void aScriptThatIsNotInTheFiles(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        fails(goal, run(goal, "Other", Map.of()), "script Other is not in the files");
    }

    @Test
    void aLogThatIsNotThere(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        fails(goal, new UUID(1, 2), "the server has no execution log 00000000-0000-0001-0000-000000000002");
    }

    @Test
    @MojoParameter(name = "log", value = "yesterday")
    void whatIsNoId(@InjectMojo(goal = "capture") CaptureMojo goal) {
        fails(goal, "-Didp-scripts.log=yesterday is no id of an execution log");
    }
}
