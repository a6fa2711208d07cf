package dev.idpscripts.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    @Test
    void tellsWhereItIsAndWhatItTakes() {
        try (Sandbox sandbox = Sandboxes.ephemeral()) {
            assertTrue(
                    sandbox.url().toString().matches("http://127\\.0\\.0\\.1:[1-9]\\d*"),
                    sandbox.url().toString());
            assertEquals(Sandboxes.TOKEN, sandbox.token());
            assertEquals(Sandboxes.TENANT, sandbox.tenant());
        }
    }

    @Test
    void keepsItsStateInItsFolder(@TempDir Path folder) {
        String script;
        try (Sandbox sandbox = Sandboxes.in(folder)) {
            Client client = Client.of(sandbox);
            script = client.activeScript("kept");
            client.push(script, "let x = 1;\r\n").expect(201);
            client.bind(script, Sandboxes.NOBODY.toString(), 3).expect(201);
        }
        try (Sandbox sandbox = Sandboxes.in(folder)) {
            Client client = Client.of(sandbox);
            assertEquals(
                    "let x = 1;\r\n",
                    client.get("/governance/scripts/" + script + "/versions/2")
                            .json()
                            .get("script_body")
                            .asText());
            assertEquals(
                    1,
                    client.get("/governance/script-bindings?script_id=" + script)
                            .json()
                            .get("total")
                            .asInt());
            assertEquals(
                    4,
                    client.get("/governance/script-audit-events")
                            .json()
                            .get("total")
                            .asInt());
        }
    }

    @Test
    void forgetsEverythingWithoutAFolder() {
        try (Sandbox sandbox = Sandboxes.ephemeral()) {
            Client.of(sandbox).script("gone");
        }
        try (Sandbox sandbox = Sandboxes.ephemeral()) {
            assertEquals(
                    0,
                    Client.of(sandbox)
                            .get("/governance/scripts")
                            .json()
                            .get("total")
                            .asInt());
        }
    }

    @Test
    void makesTheConnectorsThatAreNotThereYet(@TempDir Path folder) {
        Sandbox.start(Sandboxes.options(Optional.of(folder), "LDAP", "HR")).close();
        try (Sandbox sandbox = Sandbox.start(Sandboxes.options(Optional.of(folder), "HR", "CRM"))) {
            JsonNode items = Client.of(sandbox).get("/connectors").json().get("items");
            assertEquals(List.of("CRM", "HR", "LDAP"), items.findValuesAsText("name"));
        }
    }

    @Test
    void aPortInUseIsNamedAndTheFolderFreedAgain(@TempDir Path folder) {
        try (Sandbox sandbox = Sandboxes.ephemeral()) {
            int port = sandbox.url().getPort();
            SandboxOptions options =
                    new SandboxOptions(port, Optional.of(folder), Sandboxes.TOKEN, Sandboxes.TENANT, List.of());
            UserError error = assertThrows(UserError.class, () -> Sandbox.start(options));
            assertEquals(ErrorCode.SANDBOX_UNAVAILABLE, error.code());
            assertTrue(error.getMessage().contains("cannot listen on port " + port), error.getMessage());
            assertTrue(error.getMessage().contains("-Didp-scripts.sandbox.port="), error.getMessage());
        }
        Sandboxes.in(folder).close();
    }

    @Test
    void aFolderIsRefusedWhileAnotherProcessHasIt(@TempDir Path folder) throws Exception {
        Process process = DurabilityTest.process(folder);
        try {
            process.inputReader().readLine();
            UserError error = assertThrows(UserError.class, () -> Sandboxes.in(folder));
            assertTrue(error.getMessage().contains("in use by another run"), error.getMessage());
        } finally {
            process.destroyForcibly().waitFor();
        }
        Sandboxes.in(folder).close();
    }

    @Test
    void closingEndsItsThreads() throws InterruptedException {
        Set<Thread> before = threads();
        Sandbox sandbox = Sandboxes.ephemeral();
        Client.of(sandbox).get("/livez").expect(200);
        Set<Thread> its = threads();
        its.removeAll(before);
        assertFalse(its.isEmpty());
        sandbox.close();
        for (Thread thread : its) {
            // A thread that was told to end may need a moment more.
            thread.join(10_000);
            assertFalse(thread.isAlive(), thread.getName());
        }
    }

    /** Those of servers; the client's own threads end when they like. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().contains("sandbox") || t.getName().contains("HTTP-Dispatcher"))
                .collect(Collectors.toSet());
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        SandboxOptions options =
                new SandboxOptions(70_000, Optional.empty(), Sandboxes.TOKEN, Sandboxes.TENANT, List.of());
        UserError error = assertThrows(UserError.class, () -> Sandbox.start(options));
        assertTrue(error.getMessage().contains("cannot listen on port 70000"), error.getMessage());
    }

    @Test
    void aConnectorThatCannotBeIsNamed(@TempDir Path folder) {
        SandboxOptions options = Sandboxes.options(Optional.of(folder), "fine", " ");
        UserError error = assertThrows(UserError.class, () -> Sandbox.start(options));
        assertTrue(error.getMessage().contains("cannot have a connector named \" \""), error.getMessage());
        try (Sandbox sandbox = Sandboxes.in(folder)) {
            assertEquals(
                    0, Client.of(sandbox).get("/connectors").json().get("total").asInt());
        }
    }

    @Test
    void anInterruptedThreadClosesItAllTheSame(@TempDir Path folder) {
        Sandbox sandbox = Sandboxes.in(folder);
        Client.of(sandbox).script("kept");
        Thread.currentThread().interrupt();
        sandbox.close();
        assertTrue(Thread.interrupted());
        try (Sandbox again = Sandboxes.in(folder)) {
            assertEquals(
                    1,
                    Client.of(again)
                            .get("/governance/scripts")
                            .json()
                            .get("total")
                            .asInt());
        }
    }

    @Test
    void closingTwiceIsClosingOnce(@TempDir Path folder) {
        Sandbox sandbox = Sandboxes.in(folder);
        sandbox.close();
        sandbox.close();
        Sandboxes.in(folder).close();
    }

    @Test
    void optionsDoNotShowTheToken() {
        assertFalse(Sandboxes.options(Optional.empty()).toString().contains(Sandboxes.TOKEN));
    }
}
