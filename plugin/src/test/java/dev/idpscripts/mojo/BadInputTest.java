package dev.idpscripts.mojo;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;

/** Bad input to the goal apply: what is said, how the run ends, and that the server holds afterwards what it held before. */
@MojoTest(realRepositorySession = true)
class BadInputTest extends GoalFixture {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    private Sandbox sandbox;
    private Client client;
    private Inventory before;

    /** A server that holds something, and files that would change it. */
    @BeforeEach
    void serverAndFiles() {
        sandbox = Sandbox.start(new SandboxOptions(
                0, Optional.empty(), "s3cret-and-long", Environment.SYSTEM_TENANT, List.of("Corporate LDAP")));
        client = new Client(sandbox, false);
        client.server().scripts().create("kept", Optional.of("as it was"));
        before = client.inventory();
        use(Repo.in(folder)
                .file("scripts/kept.rhai", "let changed = 1;\n")
                .file("bindings/ldap.yaml", "connector: Corporate LDAP\nhooks: {before create: [{script: kept}]}\n"));
        environment(sandbox.url().toString(), sandbox.tenant().toString());
        credentials(sandbox.token());
    }

    @AfterEach
    void nothingWasChanged() {
        Inventory after = client.inventory();
        sandbox.close();
        assertEquals(before, after);
    }

    private void environment(String url, String tenant) {
        repo.file("environments/sandbox.yaml", "url: " + url + "\ntenant: " + tenant + "\nserver: idp\n");
    }

    private void credentials(String token) {
        credentials(null, token);
    }

    /** The files are refused with exactly these problems. */
    private void invalid(AbstractMojo apply, String... problems) throws IOException {
        MojoFailureException e = assertThrows(MojoFailureException.class, apply::execute);
        int n = problems.length;
        assertEquals((n == 1 ? "1 problem" : n + " problems") + " in the files\nNothing was changed.", e.getMessage());
        assertEquals(
                Arrays.asList(problems),
                errors().stream()
                        .filter(line -> !line.startsWith("This plan cannot be applied: "))
                        .toList());
        assertEquals("INVALID", result().path("outcome").asText());
        assertEquals(n, result().path("error").path("problems").size());
    }

    /** Without the lines of the files that are shown below each; FindingsTextTest reads those. */
    private List<String> errors() {
        ArgumentCaptor<CharSequence> lines = ArgumentCaptor.forClass(CharSequence.class);
        verify(log, atLeast(0)).error(lines.capture());
        return lines.getAllValues().stream()
                .map(CharSequence::toString)
                .filter(line -> !line.matches(" *[0-9]* \\| .*"))
                .toList();
    }

    /** The run ends because of the surroundings: an error, not a failure, of the build. */
    private void broken(AbstractMojo apply, String outcome, String... texts) throws IOException {
        fails(MojoExecutionException.class, apply, outcome, texts);
    }

    @Test
    @InjectMojo(goal = "apply")
    void brokenYaml(ApplyMojo apply) throws Exception {
        repo.file("scripts/kept.yaml", "name: [kept\n");
        invalid(apply, "scripts/kept.yaml:2:1: not valid YAML: expected ',' or ']', but got <stream end>");
    }

    @Test
    @InjectMojo(goal = "apply")
    void anUnknownKeyAndAWrongType(ApplyMojo apply) throws Exception {
        repo.file("scripts/kept.yaml", "descripton: x\nname: 7\n");
        invalid(
                apply,
                "scripts/kept.yaml:1:1: unknown key \"descripton\"; did you mean \"description\"? Known here: name,"
                        + " renamedFrom, description, removed, status",
                "scripts/kept.yaml:2:7: \"name\" must be text, not the number 7; put it in quotes: \"7\"");
    }

    @Test
    @InjectMojo(goal = "apply")
    void aDuplicateNameAndAMissingScript(ApplyMojo apply) throws Exception {
        repo.file("scripts/other.rhai", "1")
                .file("scripts/other.yaml", "name: kept\n")
                .file("bindings/ldap.yaml", "connector: Corporate LDAP\nhooks: {before create: [{script: kep}]}\n");
        invalid(
                apply,
                "bindings/ldap.yaml:2:34: there is no script named \"kep\" in the files; did you mean \"kept\"?",
                "scripts/other.yaml:1:1: the name \"kept\" is taken already (scripts/kept.rhai:1:1); names are unique on the"
                        + " server: change one of them");
    }

    @Test
    @InjectMojo(goal = "apply")
    void anUnknownConnector(ApplyMojo apply) throws Exception {
        repo.file("bindings/ldap.yaml", "connector: Corporate LADP\nhooks: {before create: [{script: kept}]}\n");
        invalid(
                apply,
                "bindings/ldap.yaml:1:12: there is no connector \"Corporate LADP\" on the server; it has Corporate LDAP. If"
                        + " it has another name there, add it under \"connectors\" in the environment's file");
    }

    @Test
    @InjectMojo(goal = "apply")
    void twoFilesForOneConnector(ApplyMojo apply) throws Exception {
        repo.file("bindings/second.yaml", "connector: Corporate LDAP\n");
        invalid(
                apply,
                "bindings/second.yaml:1:12: the connector Corporate LDAP has a file already (bindings/ldap.yaml:1:12); put"
                        + " all its hooks into one file");
    }

    @Test
    @InjectMojo(goal = "apply")
    void aFileThatCannotBeRead(ApplyMojo apply) throws Exception {
        repo.file("scripts/kept.rhai", "caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
        invalid(apply, "scripts/kept.rhai:1:4: not UTF-8: byte 0xE9 cannot be read; save the file as UTF-8");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "prune", value = "true")
    void aScriptThatIsThereButCannotBeRead(ApplyMojo apply) throws Exception {
        repo.delete("bindings/ldap.yaml").delete("scripts/kept.rhai");
        Files.createSymbolicLink(folder.resolve("scripts/kept.rhai"), Path.of("gone"));
        invalid(
                apply,
                "scripts/kept.rhai:1:1: is a link to gone, which is not there; restore that, or remove the link");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "prune", value = "true")
    void aScriptWithANameThatNothingReads(ApplyMojo apply) throws Exception {
        repo.delete("bindings/ldap.yaml").delete("scripts/kept.rhai").file("scripts/kept.RHAI", "1");
        invalid(apply, "scripts/kept.RHAI:1:1: files ending in .RHAI are not read; rename it to scripts/kept.rhai");
    }

    @Test
    @InjectMojo(goal = "apply")
    void aBodyAndANameThatAreTooLong(ApplyMojo apply) throws Exception {
        repo.file("scripts/kept.rhai", "x".repeat(65_537)).file("scripts/kept.yaml", "name: " + "x".repeat(256));
        repo.delete("bindings/ldap.yaml");
        invalid(
                apply,
                "scripts/kept.rhai:1:1: the body has 65537 bytes of UTF-8; the server stores at most 65536: shorten it, or"
                        + " split it into two scripts",
                "scripts/kept.yaml:1:7: the name has 256 characters; the server stores at most 255: shorten it");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "prune", value = "true")
    void aMissingFolder(ApplyMojo apply) throws Exception {
        repo.delete("scripts/kept.rhai").delete("scripts");
        refused(apply, "CONFIG", "there is no folder scripts in " + folder, "-Didp-scripts.directory=DIR");
    }

    @Test
    @InjectMojo(goal = "apply")
    void aBodyThatDiffersOnlyInLineEndsAndByteOrderMark(ApplyMojo apply) throws Exception {
        repo.delete("bindings/ldap.yaml")
                .file("scripts/kept.rhai", "\uFEFF// New script")
                .file("scripts/kept.yaml", "status: draft\n");
        apply.execute();
        assertEquals("NO_CHANGES", result().path("outcome").asText());
    }

    @Test
    @InjectMojo(goal = "apply")
    void aWrongToken(ApplyMojo apply) throws Exception {
        credentials("xavyo_sk_live_wrong");
        refused(apply, "AUTH", "list connectors failed: 401 Invalid API key", "<server> idp in settings.xml");
        assertEquals(4, result().path("requests").asInt(), "a fresh server says so of a right one too");
    }

    @Test
    @InjectMojo(goal = "apply")
    void anExpiredToken(ApplyMojo apply) throws Exception {
        credentials(accessToken("{\"tid\":\"" + sandbox.tenant() + "\",\"exp\":1000000000}"));
        refused(apply, "AUTH", "the token from <server> idp in settings.xml expired at 2001-09-09T01:46:40Z");
        assertEquals(0, result().path("requests").asInt());
    }

    @Test
    @InjectMojo(goal = "apply")
    void anotherTenantsApiKey(ApplyMojo apply) throws Exception {
        environment(sandbox.url().toString(), "11111111-1111-4111-8111-111111111111");
        refused(apply, "AUTH", "list connectors failed: 401 Tenant mismatch", "correct \"tenant\"");
    }

    @Test
    @InjectMojo(goal = "apply")
    void anotherTenantsAccessToken(ApplyMojo apply) throws Exception {
        credentials(accessToken("{\"tid\":\"11111111-1111-4111-8111-111111111111\"}"));
        refused(
                apply,
                "AUTH",
                "the token from <server> idp in settings.xml is for tenant 11111111-1111-4111-8111-111111111111, but the"
                        + " environment names " + sandbox.tenant());
        assertEquals(0, result().path("requests").asInt());
    }

    private static String accessToken(String claims) {
        String middle = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return "e30." + middle + ".c2ln";
    }

    @Test
    @InjectMojo(goal = "apply")
    void aUserWithoutTheAdminRole(ApplyMojo apply) throws Exception {
        credentials(Sandbox.USER_EMAIL, sandbox.token());
        refused(apply, "AUTH", "403 Admin role required for this operation", "role admin or super_admin");
    }

    @Test
    @InjectMojo(goal = "apply")
    void aWrongPassword(ApplyMojo apply) throws Exception {
        credentials(Sandbox.ADMIN_EMAIL, "wrong");
        refused(apply, "AUTH", "log in as " + Sandbox.ADMIN_EMAIL + " failed: 401");
        assertEquals(1, result().path("requests").asInt());
    }

    @Test
    @InjectMojo(goal = "apply")
    void noCredentials(ApplyMojo apply) throws Exception {
        when(session.getSettings()).thenReturn(new Settings());
        refused(apply, "AUTH", "settings.xml has no <server> with the id idp", "IDP_SCRIPTS_TOKEN");
    }

    @Test
    @InjectMojo(goal = "apply")
    void aServerThatIsDown(ApplyMojo apply) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            environment(
                    "http://127.0.0.1:" + free.getLocalPort(), sandbox.tenant().toString());
        }
        broken(apply, "NETWORK", "list connectors failed: no connection to http://127.0.0.1:");
    }

    @Test
    @InjectMojo(goal = "apply")
    void aServerThatAnswersHtml(ApplyMojo apply) throws Exception {
        STUB.stubFor(any(anyUrl()).willReturn(ok("<html>Sign in</html>").withHeader("content-type", "text/html")));
        environment("http://localhost:" + STUB.getPort(), sandbox.tenant().toString());
        broken(apply, "NETWORK", "list connectors failed", "not a login page or proxy");
    }

    @Test
    @InjectMojo(goal = "apply")
    void aCertificateThatNobodyTrusts(ApplyMojo apply) throws Exception {
        environment("https://localhost:" + STUB.getHttpsPort(), sandbox.tenant().toString());
        broken(apply, "NETWORK", "no trusted connection to https://localhost:", "javax.net.ssl.trustStore");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "environment", value = "sandbx")
    void anEnvironmentThatIsNotThere(ApplyMojo apply) throws Exception {
        refused(apply, "CONFIG", "there is no environment \"sandbx\"", "did you mean \"sandbox\"?");
    }

    @Test
    @InjectMojo(goal = "apply")
    void twoEnvironmentsAndNoneNamed(ApplyMojo apply) throws Exception {
        repo.file("environments/a.yaml", "url: sandbox\n");
        refused(
                apply,
                "CONFIG",
                "there are 2 environments and none was named: a, sandbox",
                "-Didp-scripts.environment=a");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "plan", value = "no-such-plan.json")
    void aSavedPlanThatIsNotThere(ApplyMojo apply) throws Exception {
        refused(apply, "CONFIG", "cannot read the plan ", "Name the plan.json that the goal plan wrote");
    }

    @Test
    @InjectMojo(goal = "apply")
    @MojoParameter(name = "prune", value = "true")
    @MojoParameter(name = "repository", value = FakeServer.REPOSITORY)
    void moreRemovalsThanTheEnvironmentAllows(ApplyMojo apply) throws Exception {
        // What is removed must be this repository's, so it is applied first; that state is the one to keep.
        Declarations files = new Workspace(folder).read(new Environments(folder).choose(null));
        client.apply(client.plan(files));
        before = client.inventory();
        repo.delete("scripts/kept.rhai").delete("bindings/ldap.yaml");
        repo.file("environments/sandbox.yaml", repo.read("environments/sandbox.yaml") + "guards: {maxDeletes: 1}\n");
        refused(
                apply,
                "GUARD",
                "this would delete, unbind or disable 2 of the 2 objects on the server (100 %); the environment allows 1: unbind binding Corporate LDAP,"
                        + " before create, order 10, delete script kept",
                "-Didp-scripts.maxDeletes=2");
    }
}
