package dev.idpscripts.apply;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.write.PushLabel;
import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.ApplyResult.Result;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.NoJournal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is made of a write whose answer was lost or doubtful: it is never sent again, but looked at and judged. */
class JudgementTest {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final Hook BEFORE_CREATE = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final String SCRIPTS = "/governance/scripts";
    private static final String BINDINGS = "/governance/script-bindings";
    private static final String TEMPLATES = "/governance/script-templates";
    private static final UUID A = FakeServer.id("a");
    private static final String LABEL =
            Provenance.of("s", "acme", Provenance.NO_COMMIT, new Body("2")).format();
    private static final ResponseDefinitionBuilder FAILURE =
            aResponse().withStatus(500).withBody("{\"error\":\"database_error\",\"message\":\"Database error\"}");
    private static final ResponseDefinitionBuilder RESET = aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);

    private final Desired files = new Desired();
    private final FakeServer server = new FakeServer().connector("LDAP");

    @BeforeEach
    void nothingElseIsThere() {
        STUB.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
    }

    private ApplyResult apply() {
        Target target = new Target("test", STUB.baseUrl(), FakeServer.TENANT);
        Plan plan = Planner.plan(files.declare(), server.inventory(), new PlanOptions(target, "acme", true));
        Server client = Client.at(URI.create(STUB.baseUrl()), "t", false).server();
        return Applier.applying(
                        client,
                        new PushLabel("s", "acme", Provenance.NO_COMMIT),
                        OnFailure.STOP,
                        SmokeTest.none(),
                        new NoJournal(),
                        new Silence())
                .apply(
                        plan,
                        plan.changes().stream()
                                .map(change -> new ChangeStatus(change, ChangeStatus.State.PENDING, ""))
                                .toList());
    }

    private static final class Silence implements Progress {

        @Override
        public void begin(int changes) {
            assertTrue(changes > 0);
        }

        @Override
        public void done(Result result) {
            assertTrue(result.state() != State.NOT_ATTEMPTED);
        }

        @Override
        public void end() {
            // Nothing to clear.
        }
    }

    private void applied(String... remarks) {
        ApplyResult applied = apply();
        assertEquals(
                List.of(remarks),
                applied.results().stream()
                        .map(Result::message)
                        .filter(m -> !m.isEmpty())
                        .toList());
        assertTrue(applied.isComplete(), applied.results().toString());
        writesWereSentOnce();
    }

    /** The first change that was attempted failed with this, and nothing else was attempted. */
    private void failed(String message) {
        ApplyResult applied = apply();
        assertEquals(
                List.of(message),
                applied.in(State.FAILED).stream()
                        .map(r -> r.message().lines().findFirst().orElseThrow())
                        .toList());
        assertEquals(0, applied.count(State.APPLIED));
        assertEquals(applied.results().size() - 1, applied.count(State.NOT_ATTEMPTED));
        writesWereSentOnce();
    }

    private static void writesWereSentOnce() {
        List<String> writes = STUB.getAllServeEvents().stream()
                .map(e -> e.getRequest())
                .filter(r -> !r.getMethod().value().equals("GET"))
                .map(r -> r.getMethod() + " " + r.getUrl() + " " + r.getBodyAsString())
                .toList();
        assertEquals(writes.stream().distinct().count(), writes.size(), writes.toString());
    }

    private static String script(String name, int version, ScriptStatus status, String description) {
        return "{\"id\":\"" + A + "\",\"tenant_id\":\"" + FakeServer.TENANT + "\",\"name\":\"" + name
                + "\",\"description\":\"" + description + "\",\"current_version\":" + version + ",\"status\":\""
                + status
                + "\",\"is_system\":false,\"updated_at\":\"2026-03-01T00:00:00Z\"}";
    }

    private static String version(int number, String body, String label) {
        return "{\"id\":\"" + A + "\",\"script_id\":\"" + A + "\",\"version_number\":" + number + ",\"script_body\":\""
                + body + "\",\"change_description\":\"" + label + "\"}";
    }

    private static void found(String... scripts) {
        STUB.stubFor(get(urlPathEqualTo(SCRIPTS))
                .willReturn(
                        okJson("{\"scripts\":[" + String.join(",", scripts) + "],\"total\":" + scripts.length + "}")));
    }

    private static void scriptIs(int version, ScriptStatus status, String description) {
        STUB.stubFor(get(SCRIPTS + "/" + A).willReturn(okJson(script("a", version, status, description))));
    }

    private void newDraft() {
        files.script("a", DRAFT, "2");
        STUB.stubFor(post(SCRIPTS + "/" + A + "/versions").willReturn(okJson(version(2, "2", LABEL))));
    }

    @Test
    void aCreationThatWasDoneGoesOn() {
        newDraft();
        STUB.stubFor(post(SCRIPTS).willReturn(RESET));
        found(
                script("aa", 1, DRAFT, "")
                        .replace(A.toString(), FakeServer.id("aa").toString()),
                script("a", 1, DRAFT, ""));
        applied();
    }

    @Test
    void aCreationThatWasNotDoneFails() {
        newDraft();
        STUB.stubFor(post(SCRIPTS).willReturn(FAILURE));
        found(script("aa", 1, DRAFT, ""));
        failed("create script a failed: 500 Database error; read again: it was not done");
    }

    @Test
    void aScriptOfSomebodyElseIsNotTakenForOurs() {
        newDraft();
        STUB.stubFor(post(SCRIPTS).willReturn(FAILURE));
        found(script("a", 2, ACTIVE, ""));
        ApplyResult applied = apply();
        assertTrue(
                applied.results()
                        .get(0)
                        .message()
                        .contains("read again: there is a script of that name now, which somebody else made"),
                applied.results().get(0).message());
        assertEquals(
                0, STUB.findAll(postRequestedFor(urlMatching(".*/versions"))).size());
    }

    @Test
    void whatCannotBeLookedAtIsNotGuessed() {
        newDraft();
        STUB.stubFor(post(SCRIPTS).willReturn(FAILURE));
        STUB.stubFor(get(urlPathEqualTo(SCRIPTS)).willReturn(FAILURE));
        ApplyResult applied = apply();
        assertTrue(
                applied.results().get(0).message().contains("whether it was done is not known"),
                applied.results().get(0).message());
    }

    private void newBody() {
        files.script("a", ACTIVE, "2");
        server.script("a", ACTIVE, "1");
    }

    @Test
    void aPushThatWasDone() {
        newBody();
        STUB.stubFor(
                post(SCRIPTS + "/" + A + "/versions").willReturn(aResponse().withStatus(408)));
        STUB.stubFor(get(SCRIPTS + "/" + A + "/versions/3").willReturn(okJson(version(3, "2", LABEL))));
        scriptIs(3, ACTIVE, "");
        applied();
    }

    @Test
    void aPushThatWasNotDone() {
        newBody();
        STUB.stubFor(post(SCRIPTS + "/" + A + "/versions").willReturn(FAILURE));
        scriptIs(2, ACTIVE, "");
        failed("push a version of script a failed: 500 Database error; read again: it was not done");
    }

    @Test
    void aPushThatSomebodyElseWon() {
        newBody();
        STUB.stubFor(post(SCRIPTS + "/" + A + "/versions").willReturn(FAILURE));
        STUB.stubFor(get(SCRIPTS + "/" + A + "/versions/3").willReturn(okJson(version(3, "2", "by hand"))));
        scriptIs(3, ACTIVE, "");
        failed(
                "push a version of script a failed: 500 Database error; read again: version 3 is somebody else's; plan again");
    }

    @Test
    void aPushThatWedgedTheScript() {
        newBody();
        STUB.stubFor(post(SCRIPTS + "/" + A + "/versions").willReturn(RESET));
        STUB.stubFor(get(SCRIPTS + "/" + A + "/versions/3").willReturn(okJson(version(3, "2", LABEL))));
        scriptIs(2, ACTIVE, "");
        ApplyResult applied = apply();
        assertTrue(
                applied.results().get(0).message().contains("the script is wedged on the server"),
                applied.results().get(0).message());
    }

    @Test
    void aPushThatBecameALaterVersionFails() {
        newBody();
        STUB.stubFor(post(SCRIPTS + "/" + A + "/versions").willReturn(okJson(version(4, "2", LABEL))));
        STUB.stubFor(get(SCRIPTS + "/" + A + "/versions/3").willReturn(okJson(version(3, "3", "by hand"))));
        ApplyResult applied = apply();
        String message = applied.in(State.FAILED).get(0).message();
        assertTrue(
                message.startsWith(
                        "ours became version 4 of script a, not 3: somebody else pushed version 3 at the same time"),
                message);
        assertTrue(message.contains("by hand"), message);
    }

    @Test
    void aStatusThatIsThereAlready() {
        files.script("a", ACTIVE, "1");
        server.script("a", INACTIVE, "1");
        STUB.stubFor(post(SCRIPTS + "/" + A + "/activate")
                .willReturn(aResponse()
                        .withStatus(412)
                        .withBody("{\"error\":\"precondition_failed\",\"message\":\"Script is already active: 1\"}")));
        applied();
    }

    @Test
    void aStatusThatWasChanged() {
        files.script("a", INACTIVE, "1");
        server.script("a", ACTIVE, "1");
        STUB.stubFor(post(SCRIPTS + "/" + A + "/deactivate").willReturn(RESET));
        scriptIs(2, INACTIVE, "");
        applied();
    }

    @Test
    void aStatusThatWasNotChanged() {
        files.script("a", INACTIVE, "1");
        server.script("a", ACTIVE, "1");
        STUB.stubFor(post(SCRIPTS + "/" + A + "/deactivate").willReturn(FAILURE));
        scriptIs(2, ACTIVE, "");
        failed("deactivate script a failed: 500 Database error; read again: it was not done");
    }

    @Test
    void aNameAndADescriptionThatWereChanged() {
        files.script("a", "old", "new", ACTIVE, "1");
        server.script("old", ACTIVE, "1");
        UUID old = FakeServer.id("old");
        STUB.stubFor(put(SCRIPTS + "/" + old).willReturn(FAILURE));
        STUB.stubFor(get(SCRIPTS + "/" + old).willReturn(okJson(script("a", 2, ACTIVE, "new"))));
        applied();
    }

    @Test
    void aDeletionThatWasDoneOrWasNeverNeeded() {
        server.script("a", ACTIVE, "1").script("b", ACTIVE, "1");
        STUB.stubFor(delete(SCRIPTS + "/" + A).willReturn(FAILURE));
        applied();
    }

    @Test
    void aDeletionThatIsRefused() {
        server.script("a", ACTIVE, "1");
        STUB.stubFor(
                delete(SCRIPTS + "/" + A)
                        .willReturn(
                                aResponse()
                                        .withStatus(409)
                                        .withBody(
                                                "{\"error\":\"conflict\",\"message\":\"Cannot delete script with 1 active bindings\"}")));
        failed("delete script a failed: 409 Cannot delete script with 1 active bindings");
    }

    private static String binding(int order, int timeout, boolean enabled) {
        return "{\"id\":\"" + A + "\",\"script_id\":\"" + A + "\",\"connector_id\":\"" + FakeServer.id("LDAP")
                + "\",\"hook_phase\":\"before\",\"operation_type\":\"create\",\"execution_order\":" + order
                + ",\"failure_policy\":\"abort\",\"max_retries\":0,\"timeout_seconds\":" + timeout + ",\"enabled\":"
                + enabled + "}";
    }

    private static void slotHolds(String... bindings) {
        STUB.stubFor(get("/governance/connectors/" + FakeServer.id("LDAP") + "/script-bindings")
                .willReturn(okJson(
                        "{\"bindings\":[" + String.join(",", bindings) + "],\"total\":" + bindings.length + "}")));
    }

    private void newBinding() {
        files.script("a", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "a");
        server.script("a", ACTIVE, "1");
        STUB.stubFor(post(BINDINGS).willReturn(FAILURE));
    }

    @Test
    void aBindingThatWasMade() {
        newBinding();
        STUB.stubFor(post(BINDINGS).willReturn(RESET));
        slotHolds(binding(20, 30, true), binding(10, 30, true));
        applied();
    }

    /** The server says the same when the slot was taken a moment before. */
    @Test
    void aBindingThatAnybodyMayHaveMade() {
        newBinding();
        slotHolds(binding(10, 30, true));
        failed("bind a to LDAP, before create, order 10 failed: 500 Database error; read again: it is there: somebody"
                + " else made it a moment before, or the server made it and failed afterwards; it is left alone");
    }

    @Test
    void aBindingThatWasNotMade() {
        newBinding();
        slotHolds(binding(20, 30, true));
        failed("bind a to LDAP, before create, order 10 failed: 500 Database error; read again: it was not done");
    }

    @Test
    void aBindingThatSomebodyElseMadeThere() {
        newBinding();
        slotHolds(binding(10, 31, true));
        ApplyResult applied = apply();
        assertTrue(
                applied.results().get(0).message().contains("read again: somebody else made a binding there"),
                applied.results().get(0).message());
    }

    @Test
    void aBindingThatWasMovedAndChanged() {
        files.script("a", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "a");
        server.script("a", ACTIVE, "1")
                .bind("LDAP", BEFORE_CREATE, 20, "a", new BindingSettings(FailurePolicy.ABORT, 0, 31, true));
        STUB.stubFor(put(urlMatching(BINDINGS + "/.*")).willReturn(RESET));
        STUB.stubFor(get(urlMatching(BINDINGS + "/.*")).willReturn(okJson(binding(10, 30, true))));
        applied();
    }

    @Test
    void aBindingThatWasRemovedOrNot() {
        files.script("a", ACTIVE, "1");
        server.script("a", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 20, "a");
        STUB.stubFor(delete(urlMatching(BINDINGS + "/.*")).willReturn(FAILURE));
        applied();
        STUB.stubFor(get(urlMatching(BINDINGS + "/.*")).willReturn(okJson(binding(20, 30, true))));
        STUB.resetRequests();
        failed("remove binding LDAP, before create, order 20 failed: 500 Database error; read again: it was not done");
    }

    private static String template(String body, String description) {
        return "{\"id\":\"" + A + "\",\"tenant_id\":\"" + FakeServer.TENANT + "\",\"name\":\"t\",\"description\":\""
                + description + "\",\"category\":\"custom\",\"template_body\":\"" + body + "\",\"is_system\":false}";
    }

    @Test
    void templatesLikewise() {
        files.template("t", null, "new", TemplateCategory.CUSTOM, "2", null)
                .template("u", null, null, TemplateCategory.CUSTOM, "3", null);
        server.template("t", "old", TemplateCategory.CUSTOM, "1", null)
                .template("gone", null, TemplateCategory.CUSTOM, "1", null);
        UUID t = FakeServer.id("template t");
        STUB.stubFor(put(TEMPLATES + "/" + t).willReturn(RESET));
        STUB.stubFor(get(TEMPLATES + "/" + t).willReturn(okJson(template("2", "new"))));
        STUB.stubFor(post(TEMPLATES).willReturn(RESET));
        STUB.stubFor(get(urlPathEqualTo(TEMPLATES))
                .willReturn(
                        okJson("{\"templates\":[" + template("3", "").replace("\"t\"", "\"u\"") + "],\"total\":1}")));
        STUB.stubFor(delete(urlMatching(TEMPLATES + "/.*")).willReturn(noContent()));
        applied();
    }
}
