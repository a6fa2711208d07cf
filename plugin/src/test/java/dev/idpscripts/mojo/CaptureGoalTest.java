package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.server.InsightApi;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs that become tests, and logs that cannot. */
@MojoTest(realRepositorySession = true)
class CaptureGoalTest extends GoalFixture {

    private static final String BODY =
            "if \"mail\" !in attributes { throw \"no mail\"; }\nattributes.mail = attributes.mail.to_lower();\n";

    @BeforeEach
    void files() {
        use(Repo.in(folder).file("scripts/mail.rhai", BODY).file("scripts/mail.yaml", "name: Mail, *lower*\n"));
    }

    /** A run on the server of a script with this name. */
    private UUID run(String script, Map<String, Object> context) {
        return there(server -> {
            StoredScript stored = server.scripts().byName(script).orElseGet(() -> server.scripts()
                    .create(script, Optional.empty()));
            server.versions().push(stored.id(), script, new Body(BODY), "test");
            server.testing().dryRun(stored.id(), script, 2, context);
            return server.insight()
                    .logs(new InsightApi.LogFilter(null, null, null, null, null, null, null), 1)
                    .get(0)
                    .id();
        });
    }

    private void fails(CaptureMojo goal, UUID id, String text) throws Exception {
        give(goal, "log", id.toString());
        fails(goal, text);
    }

    private void fails(CaptureMojo goal, String text) throws IOException {
        refused(goal, "CONFIG", text);
        assertFalse(Files.exists(folder.resolve("scripts/mail.tests.yaml")));
    }

    @Test
    @MojoParameter(name = "name", value = "a mail in capitals")
    void aRunThatSucceeded(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        UUID id = run("Mail, *lower*", Map.of("attributes", Map.of("mail", "A@B.C")));
        give(goal, "log", id.toString());
        goal.execute();
        assertEquals("""
                # yaml-language-server: $schema=../.idp-scripts/schemas/tests.schema.json
                tests:
                  - name: a mail in capitals
                    context: {attributes: {mail: A@B.C}}
                    expect: {attributes: {mail: a@b.c}, output: {}, exactly: true}
                """, repo.read("scripts/mail.tests.yaml"));
        String said = said();
        assertTrue(said.lines().anyMatch(line -> line.contains("passed") && line.contains("1 test")), said);
    }

    @Test
    void aRunThatFailed(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        repo.file("scripts/mail.tests.yaml", "tests:\n  - name: old # mine\n");
        UUID id = run("Mail, *lower*", Map.of("attributes", Map.of("clientSecret", "s3cr3t")));
        give(goal, "log", id.toString());
        goal.execute();
        String text = repo.read("scripts/mail.tests.yaml");
        assertTrue(text.startsWith("tests:\n  - name: old # mine\n  - name: failure of "), text);
        assertTrue(text.contains("    expect: {error: 'Runtime error: no mail'}\n"), text);
        assertTrue(text.contains("clientSecret: masked-1"), text);
        String said = said();
        assertTrue(said.contains("; secrets masked: 1.\n"), said);
    }

    @Test
    void aLogOfADeletedScript(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        UUID id = run("Gone", Map.of());
        meanwhile(server -> server.scripts()
                .delete(server.scripts().byName("Gone").orElseThrow().id(), "Gone"));
        fails(goal, id, "execution log " + id + " is of a script that was deleted");
    }

    @Test
    void aScriptThatIsNotInTheFiles(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        fails(goal, run("Other", Map.of()), "script Other is not in the files");
    }

    @Test
    void aLogThatIsNotThere(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        fails(goal, new UUID(1, 2), "the server has no execution log 00000000-0000-0001-0000-000000000002");
    }

    @Test
    @MojoParameter(name = "log", value = "yesterday")
    void whatIsNoId(@InjectMojo(goal = "capture") CaptureMojo goal) throws Exception {
        fails(goal, "-Didp-scripts.log=yesterday is no id of an execution log");
    }
}
