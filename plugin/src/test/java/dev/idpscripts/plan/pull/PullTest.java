package dev.idpscripts.plan.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.pull.PulledFile;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Pulled;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody works on the server, somebody on the files, and then one pulls. */
class PullTest {

    private static final String BODY =
            "let a = 1;\nlet b = \"@@mail-domain@@\";\nlet c = 3;\nlet d = \"example.com\";\n";

    private static final Slot SLOT = new Slot("Corporate LDAP", new Hook(HookPhase.BEFORE, Operation.CREATE), 10);

    @TempDir
    Path folder;

    private Repo repo;
    private Sandbox sandbox;
    private Client us;
    private Server somebody;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(new SandboxOptions(
                0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("Corporate LDAP", "HR feed")));
        us = new Client(sandbox, false);
        somebody = Client.colleague(sandbox).server();
        repo = Repo.in(folder)
                .file("scripts/one.rhai", BODY)
                .file("scripts/two.rhai", "let t = 2;\n")
                .file("scripts/two.yaml", "# ours\nname: Two\ndescription: old\n")
                .file(
                        "bindings/ldap.yaml",
                        "connector: Corporate LDAP\nhooks:\n  before create:\n    # first\n    - script: Two\n")
                .file("templates/t.rhai", "let x = 1;\n")
                .file("templates/t.yaml", "category: custom\n");
        us.apply(us.plan(Pulled.read(folder)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private UUID id(String script) {
        return somebody.scripts().byName(script).orElseThrow().id();
    }

    private void push(String script, String body) {
        somebody.versions().push(id(script), script, new Body(body), "quick fix");
    }

    private void bind(String connector, String script, int order) {
        UUID there = somebody.connectors().all().stream()
                .filter(c -> c.name().equals(connector))
                .findFirst()
                .orElseThrow()
                .id();
        BindingSettings slow = new BindingSettings(FailurePolicy.RETRY, 2, 45, true);
        somebody.bindings().bind(id(script), script, there, SLOT.withOrder(order), slow);
    }

    /** What changed, by file. */
    private Map<String, FileState> pull() {
        return pulled().stream()
                .filter(file -> file.state() != FileState.UNCHANGED)
                .collect(Collectors.toMap(PulledFile::file, PulledFile::state));
    }

    private List<PulledFile> pulled() {
        return Pulled.from(us, folder);
    }

    @Test
    void changesNothingWhereNothingChanged() {
        assertEquals(Map.of(), pull());
        assertTrue(repo.read("bindings/ldap.yaml").contains("# first"));
    }

    @Test
    void takesOverWhatSomebodyPushedAndKeepsPlaceholders() {
        push("one", "let a = 1;\nlet b = \"example.com\";\nlet c = 4; // me@example.com\nlet d = \"example.com\";\n");
        assertEquals(Map.of("scripts/one.rhai", FileState.UPDATED), pull());
        assertEquals(
                "let a = 1;\nlet b = \"@@mail-domain@@\";\nlet c = 4; // me@@@mail-domain@@\nlet d = \"example.com\";\n",
                repo.read("scripts/one.rhai"));
        assertEquals(List.of(), us.plan(Pulled.read(folder)).changes());
    }

    @Test
    void leavesAloneWhatOnlyTheFilesChanged() {
        repo.file("scripts/one.rhai", "let a = 9;\n");
        assertEquals(Map.of(), pull());
    }

    @Test
    void mergesWhatBothChanged() {
        repo.file("scripts/one.rhai", BODY.replace("a = 1", "a = 9"));
        push("one", "let a = 1;\nlet b = \"example.com\";\nlet c = 3;\nlet d = 4;\n");
        assertEquals(Map.of("scripts/one.rhai", FileState.MERGED), pull());
        assertEquals(
                "let a = 9;\nlet b = \"@@mail-domain@@\";\nlet c = 3;\nlet d = 4;\n", repo.read("scripts/one.rhai"));
    }

    @Test
    void marksWhatBothChangedOnTheSameLines() {
        repo.file("scripts/one.rhai", BODY.replace("c = 3", "c = 8"));
        push("one", "let a = 1;\nlet b = \"example.com\";\nlet c = 9; // example.com\nlet d = \"example.com\";\n");
        assertEquals(Map.of("scripts/one.rhai", FileState.CONFLICT), pull());
        String marked = """
                let a = 1;
                let b = "@@mail-domain@@";
                <<<<<<< files
                let c = 8;
                ||||||| version 2, which this repository pushed
                let c = 3;
                =======
                let c = 9; // @@mail-domain@@
                >>>>>>> server, version 3
                let d = "example.com";
                """;
        assertEquals(marked, repo.read("scripts/one.rhai"));
        assertEquals(Map.of("scripts/one.rhai", FileState.CONFLICT), pull());
        assertEquals(marked, repo.read("scripts/one.rhai"));
    }

    @Test
    void declaresWhatNoFileKnows() {
        UUID three = somebody.scripts().create("../Three", Optional.of("third")).id();
        push("../Three", "let mail = \"example.com\";");
        somebody.scripts().activate(three, "../Three");
        assertEquals(Map.of("scripts/three.rhai", FileState.CREATED, "scripts/three.yaml", FileState.CREATED), pull());
        assertEquals("let mail = \"@@mail-domain@@\";", repo.read("scripts/three.rhai"));
        assertEquals(
                "# yaml-language-server: $schema=../.idp-scripts/schemas/script.schema.json\nname: ../Three\ndescription: third\n",
                repo.read("scripts/three.yaml"));
    }

    @Test
    void takesOverANewStatusAndLeavesTheRest() {
        somebody.scripts().deactivate(id("Two"), "Two");
        List<PulledFile> pulled = pulled();
        PulledFile two = pulled.stream()
                .filter(file -> file.file().equals("scripts/two.yaml"))
                .findFirst()
                .orElseThrow();
        assertEquals(FileState.UPDATED, two.state());
        assertEquals(
                List.of("status: active -> inactive", "its comments are gone, since it was written anew"),
                two.remarks());
        assertTrue(repo.read("scripts/two.yaml").endsWith("name: Two\ndescription: old\nstatus: inactive\n"));
        assertEquals(List.of(), us.plan(Pulled.read(folder)).changes());
    }

    @Test
    void takesOverADescriptionUnlessTheFileWasEditedToo() {
        somebody.scripts().describe(id("Two"), "Two", "theirs");
        repo.file("scripts/two.yaml", "name: Two\ndescription: mine\n");
        Checkout touched = new Checkout(Map.of(Provenance.NO_COMMIT, Set.of("scripts/two.yaml")), Set.of());
        PulledFile two = Pulled.from(us, folder, Pulled.OPTIONS.with(touched)).stream()
                .filter(file -> file.file().equals("scripts/two.yaml"))
                .findFirst()
                .orElseThrow();
        assertEquals(FileState.CONFLICT, two.state());
        assertEquals(
                List.of("description: the file says mine, the server theirs, and both were changed"), two.remarks());
        assertEquals("name: Two\ndescription: mine\n", repo.read("scripts/two.yaml"));
        assertEquals(Map.of("scripts/two.yaml", FileState.UPDATED), pull());
        assertTrue(repo.read("scripts/two.yaml").endsWith("name: Two\ndescription: theirs\n"));
    }

    @Test
    void saysBesideTheBodyWhatConcernsAFileWithoutMetadata() {
        somebody.scripts().delete(id("one"), "one");
        PulledFile one = pulled().stream()
                .filter(file -> file.file().equals("scripts/one.rhai"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("somebody deleted it on the server; delete the file, or apply to make it again"),
                one.remarks());
    }

    @Test
    void followsARename() {
        somebody.scripts().rename(id("Two"), "Two", "Second");
        assertEquals(Map.of("scripts/two.yaml", FileState.UPDATED, "bindings/ldap.yaml", FileState.UPDATED), pull());
        assertTrue(repo.read("bindings/ldap.yaml").contains("- script: Second"));
        assertEquals(List.of(), us.plan(Pulled.read(folder)).changes());
    }

    @Test
    void takesOverANewBindingAndKeepsOneOfTheFiles() {
        bind("Corporate LDAP", "one", 30);
        repo.file("bindings/ldap.yaml", repo.read("bindings/ldap.yaml") + "    - script: one\n");
        assertEquals(Map.of("bindings/ldap.yaml", FileState.UPDATED), pull());
        assertEquals("""
                # yaml-language-server: $schema=../.idp-scripts/schemas/binding.schema.json
                connector: Corporate LDAP
                hooks:
                  before create:
                    - script: Two
                    - script: one
                      order: 30
                      onFailure: retry
                      maxRetries: 2
                      timeout: 45s
                """, repo.read("bindings/ldap.yaml"));
    }

    @Test
    void takesTheServersSideOfABindingThatSomebodyRemoved() {
        somebody.bindings().all().forEach(binding -> somebody.bindings().unbind(binding.id(), SLOT));
        assertEquals(Map.of("bindings/ldap.yaml", FileState.UPDATED), pull());
        assertTrue(repo.read("bindings/ldap.yaml").endsWith("connector: Corporate LDAP\n"));
        assertEquals(List.of(), us.plan(Pulled.read(folder)).changes());
    }

    @Test
    void callsConnectorsAsTheEnvironmentDoes() {
        repo.file(
                "environments/sandbox.yaml",
                "url: sandbox\nconnectors: {Corporate LDAP: elsewhere, Intake: HR feed}\nvalues: {mail-domain: example.com}\n");
        repo.delete("bindings/ldap.yaml");
        bind("HR feed", "one", 10);
        List<PulledFile> pulled = pulled();
        assertTrue(repo.read("bindings/intake.yaml").contains("connector: Intake\n"), pulled.toString());
        assertTrue(
                pulled.toString().contains("bindings of Corporate LDAP are left out: environments/sandbox.yaml gives"),
                pulled.toString());
        assertEquals(List.of(), us.plan(Pulled.read(folder)).changes());
    }

    @Test
    void leavesToPeopleWhatBothWantInOnePlace() {
        repo.file("bindings/ldap.yaml", repo.read("bindings/ldap.yaml") + "    - script: one\n");
        bind("Corporate LDAP", "Two", 20);
        PulledFile bindings = pulled().stream()
                .filter(file -> file.file().equals("bindings/ldap.yaml"))
                .findFirst()
                .orElseThrow();
        assertEquals(FileState.CONFLICT, bindings.state());
        assertTrue(bindings.remarks().toString().contains("different scripts in one place"), bindings.toString());
        assertTrue(repo.read("bindings/ldap.yaml").endsWith("    # first\n    - script: Two\n    - script: one\n"));
    }

    @Test
    void keepsWhatSomebodyDeletedAndSaysSo() {
        somebody.bindings().all().forEach(binding -> somebody.bindings().unbind(binding.id(), SLOT));
        somebody.scripts().delete(id("Two"), "Two");
        assertTrue(pulled().stream()
                .anyMatch(file -> file.file().equals("scripts/two.yaml")
                        && file.remarks().toString().contains("somebody deleted it")));
    }

    @Test
    void withoutHistoryATemplatesDifferenceIsAConflict() {
        repo.file("templates/t.rhai", "let x = 2;\n");
        assertEquals(Map.of("templates/t.rhai", FileState.CONFLICT), pull());
        assertEquals("<<<<<<< files\nlet x = 2;\n=======\nlet x = 1;\n>>>>>>> server\n", repo.read("templates/t.rhai"));
    }

    @Test
    void keepsLineEndsByteOrderMarkAndMode() throws IOException {
        String windows = "\uFEFF" + BODY.replace("\n", "\r\n");
        Path one = folder.resolve("scripts/one.rhai");
        repo.file("scripts/one.rhai", windows)
                .file("scripts/two.rhai", "let t = 2;\r\nlet u = 3;\nlet v = 4;\r\nlet w = 5;")
                .file("scripts/two.yaml", "name: Two\r\ndescription: old\r\n");
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rwxr-x---"));
        us.apply(us.plan(Pulled.read(folder)));
        push("one", BODY.replace("@@mail-domain@@", "example.com").replace("c = 3", "c = 4\nlet new = 1"));
        push("Two", "let t = 2;\nlet u = 9;\nlet v = 4;\nlet w = 5;\n");
        somebody.scripts().describe(id("Two"), "Two", "new\nlines");
        pull();
        assertEquals(windows.replace("c = 3", "c = 4\r\nlet new = 1"), repo.read("scripts/one.rhai"));
        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(one)));
        assertEquals("let t = 2;\r\nlet u = 9;\r\nlet v = 4;\r\nlet w = 5;\r\n", repo.read("scripts/two.rhai"));
        String yaml = repo.read("scripts/two.yaml");
        assertTrue(yaml.endsWith("name: Two\r\ndescription: |-\r\n  new\r\n  lines\r\n"), yaml);
        assertEquals(List.of(), us.plan(Pulled.read(folder)).changes());
    }
}
