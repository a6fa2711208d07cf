package dev.idpscripts.mojo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mockingDetails;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.mojo.base.EnvironmentGoal;
import dev.idpscripts.testing.Folders;
import dev.idpscripts.testing.Goal;
import dev.idpscripts.testing.Repo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every goal against a server that repeats what it was sent, in every way: nothing that leaves the goal shows the token. */
@MojoTest(realRepositorySession = true)
class CanaryTest extends GoalFixture {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final String CANARY = "xavyo_sk_live_CANARY.bird-0123456789";
    private static final String ENCODED =
            Base64.getEncoder().encodeToString(("ada:" + CANARY).getBytes(StandardCharsets.UTF_8));

    /** The failures of {@code FaultsTest} that a server can answer with. */
    private static final List<ResponseDefinitionBuilder> ANSWERS = List.of(
            refusal(400, "{\"error\":\"bad\",\"message\":\"Bearer %s\"}"),
            refusal(401, "{\"error\":\"unauthorized\",\"message\":\"Invalid %s\"}"),
            refusal(404, "%s"),
            refusal(412, "{\"detail\":\"%s\",\"title\":\"%s\"}"),
            refusal(422, "Failed to deserialize: %s"),
            refusal(429, "slow down, %s").withHeader("retry-after", "0"),
            refusal(408, "{\"error\":\"timeout %s\"}"),
            refusal(503, "{\"title\":\"%s\"}").withHeader("Retry-After", CANARY),
            refusal(502, "<html>%s</html>").withHeader("content-type", "text/html"),
            refusal(500, "{\"error\":\"x\",\"error_description\":\"%s\"}"),
            refusal(500, ENCODED),
            refusal(200, "%s"),
            refusal(200, "{\"scripts\": %s"),
            refusal(200, "{\"items\":[{\"id\":\"%s\"}],\"total\":\"%s\"}"),
            refusal(200, "<html>%s</html>").withHeader("content-type", "text/html"),
            refusal(302, "").withHeader("Location", "https://login.example.com/?t=" + CANARY),
            refusal(200, "").withFault(Fault.EMPTY_RESPONSE),
            refusal(200, "").withFault(Fault.RANDOM_DATA_THEN_CLOSE),
            refusal(200, "").withFault(Fault.MALFORMED_RESPONSE_CHUNK),
            refusal(200, "").withFault(Fault.CONNECTION_RESET_BY_PEER));

    private static ResponseDefinitionBuilder refusal(int status, String body) {
        return aResponse().withStatus(status).withHeader("x-request-id", CANARY).withBody(body.replace("%s", CANARY));
    }

    @BeforeEach
    void files() {
        use(Repo.in(folder)
                .delete("environments/sandbox.yaml")
                .file(
                        "environments/remote.yaml",
                        "url: " + STUB.baseUrl() + "\ntenant: 00000000-0000-0000-0000-000000000001\nserver: idp\n")
                .file("scripts/login-name.rhai", "attributes.uid = 1;\n")
                .file("scripts/login-name.yaml", "name: Login name\n"));
        Server server = new Server();
        server.setId("idp");
        server.setPassword(CANARY);
        Settings settings = new Settings();
        settings.addServer(server);
        doReturn(settings).when(session).getSettings();
        Goal.OPTIONS.forEach(this::set);
        Map.of("remote", "true", "name", "Fresh", "log", "00000000-0000-4000-8000-00000000000a")
                .forEach(this::set);
    }

    /** All that a goal said, how it ended, and what it left. */
    private String left(AbstractMojo goal) {
        StringWriter all = new StringWriter();
        if (goal instanceof EnvironmentGoal busy) {
            busy.hurry();
        }
        try {
            goal.execute();
        } catch (MojoExecutionException | MojoFailureException | RuntimeException e) {
            e.printStackTrace(new PrintWriter(all));
        }
        mockingDetails(log).getInvocations().forEach(call -> all.append(Arrays.toString(call.getArguments())));
        clearInvocations(log);
        return all + Folders.content(folder).toString();
    }

    private void keepsQuiet(AbstractMojo goal) {
        for (ResponseDefinitionBuilder answer : ANSWERS) {
            STUB.resetAll();
            STUB.stubFor(any(anyUrl()).willReturn(answer));
            String left = left(goal);
            assertFalse(left.contains("CANARY"), () -> goal.getClass().getSimpleName() + ": " + left);
            assertFalse(left.contains(ENCODED), () -> goal.getClass().getSimpleName() + ": " + left);
            assertFalse(STUB.getAllServeEvents().isEmpty(), goal.getClass() + " asked nothing: " + left);
        }
    }

    @Test
    void goalsThatChange(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "activate") ActivateMojo activate,
            @InjectMojo(goal = "deactivate") DeactivateMojo deactivate,
            @InjectMojo(goal = "rollback") RollbackMojo rollback,
            @InjectMojo(goal = "pull") PullMojo pull,
            @InjectMojo(goal = "capture") CaptureMojo capture) {
        List.of(apply, activate, deactivate, rollback, pull, capture).forEach(this::keepsQuiet);
    }

    @Test
    void goalsThatLook(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "drift") DriftMojo drift,
            @InjectMojo(goal = "status") StatusMojo status,
            @InjectMojo(goal = "versions") VersionsMojo versions,
            @InjectMojo(goal = "pipeline") PipelineMojo pipeline,
            @InjectMojo(goal = "analytics") AnalyticsMojo analytics,
            @InjectMojo(goal = "audit") AuditMojo audit,
            @InjectMojo(goal = "releases") ReleasesMojo releases,
            @InjectMojo(goal = "logs") LogsMojo logs,
            @InjectMojo(goal = "diff") DiffMojo diff,
            @InjectMojo(goal = "watch") WatchMojo watch) {
        watch.endAfter(1);
        List.of(plan, drift, status, versions, pipeline, analytics, audit, releases, logs, diff, watch)
                .forEach(this::keepsQuiet);
    }

    @Test
    void goalsThatTry(
            @InjectMojo(goal = "dry-run") DryRunMojo dryRun,
            @InjectMojo(goal = "validate") ValidateMojo validate,
            @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        List.of(dryRun, validate, doctor).forEach(this::keepsQuiet);
    }

    /** They ask little or nothing. */
    @Test
    void goalsThatNeedNoServer(
            @InjectMojo(goal = "test") TestMojo test,
            @InjectMojo(goal = "show") ShowMojo show,
            @InjectMojo(goal = "new") NewMojo fresh,
            @InjectMojo(goal = "init") InitMojo init,
            @InjectMojo(goal = "help") AbstractMojo help) {
        STUB.stubFor(any(anyUrl()).willReturn(ANSWERS.get(0)));
        for (AbstractMojo goal : List.of(test, show, fresh, init, help)) {
            String left = left(goal);
            assertFalse(left.contains("CANARY"), left);
        }
    }

    /** Said for each goal that has to do with a token: which character it is, and where. */
    @Test
    void aTokenThatCannotBeSent(
            @InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "doctor") DoctorMojo doctor) {
        for (String wrong : List.of("\n", "\uFEFF", "\u0007")) {
            session.getSettings().getServers().get(0).setPassword("CANARY.bird" + wrong + "0123456789");
            for (AbstractMojo goal : List.of(apply, doctor)) {
                String left = left(goal);
                assertFalse(left.contains("CANARY") || left.contains("0123456789"), left);
                assertTrue(
                        left.contains("its character 12 of 22 is U+" + String.format("%04X", (int) wrong.charAt(0))),
                        left);
            }
        }
    }
}
