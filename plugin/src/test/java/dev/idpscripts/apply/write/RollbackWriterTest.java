package dev.idpscripts.apply.write;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.Progress;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.ApplyResult.Result;
import dev.idpscripts.model.plan.ApplyResult.State;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.plan.rollback.InversePlan;
import dev.idpscripts.plan.rollback.RollbackPlanner;
import dev.idpscripts.plan.rollback.RollbackRequest;
import dev.idpscripts.plan.rollback.RollbackRequest.Wanted;
import dev.idpscripts.plan.rollback.RollbackTarget;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.NoJournal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A rollback whose answer is lost or doubtful is never sent again, but looked at and judged. */
class RollbackWriterTest {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final UUID A = FakeServer.id("a");
    private static final String SCRIPT = "/governance/scripts/" + A;
    private static final String ROLLBACK = SCRIPT + "/rollback";
    private static final String REASON = "Rolled back by jo to version 2: logins fail";
    private static final ResponseDefinitionBuilder RESET = aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    private static final ResponseDefinitionBuilder FAILURE =
            aResponse().withStatus(500).withBody("{\"error\":\"database_error\",\"message\":\"Database error\"}");

    @BeforeEach
    void nothingElseIsThere() {
        STUB.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
    }

    private static StoredVersion stored(int number) {
        return new StoredVersion(A, A, number, "body " + number, null, A, Instant.EPOCH);
    }

    private static RollbackPlan plan() {
        Inventory server =
                new FakeServer().script("a", ScriptStatus.ACTIVE, "body 3").inventory();
        StoredScript there = server.scripts().get(0);
        StoredScript script = new StoredScript(
                there.id(),
                there.tenantId(),
                "a",
                null,
                3,
                ScriptStatus.ACTIVE,
                false,
                A,
                Instant.EPOCH,
                Instant.EPOCH);
        Target target = new Target("test", STUB.baseUrl(), FakeServer.TENANT);
        return RollbackPlanner.plan(
                server,
                new RollbackRequest(
                        List.of(new Wanted(
                                script, List.of(stored(3), stored(2), stored(1)), new RollbackTarget.Steps(1))),
                        InversePlan.NONE,
                        new PlanOptions(target, "acme", false),
                        new ObjectCounts(0, 0, 0),
                        List.of(),
                        List.of()));
    }

    private static Result result() {
        Server client = Client.at(URI.create(STUB.baseUrl()), "t", false).server();
        RollbackPlan plan = plan();
        Result result = Applier.rollingBack(
                        client, plan, new RollbackLabel("jo", "logins\nfail"), new NoJournal(), new Silence())
                .apply(
                        plan.plan(),
                        plan.plan().changes().stream()
                                .map(change -> new ChangeStatus(change, ChangeStatus.State.PENDING, ""))
                                .toList())
                .results()
                .get(0);
        STUB.verify(
                1,
                postRequestedFor(urlEqualTo(ROLLBACK))
                        .withRequestBody(equalToJson("{\"target_version\": 2, \"reason\": \"" + REASON + "\"}")));
        return result;
    }

    private static final class Silence implements Progress {

        @Override
        public void begin(int changes) {
            assertEquals(1, changes);
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

    private static void done(String message) {
        Result result = result();
        assertEquals(message, result.message());
        assertEquals(State.APPLIED, result.state());
    }

    private static void failed(String text) {
        Result result = result();
        assertEquals(State.FAILED, result.state());
        assertTrue(result.message().contains(text), result.message());
    }

    private static String version(int number, String body, String reason) {
        return "{\"id\":\"" + A + "\",\"script_id\":\"" + A + "\",\"version_number\":" + number + ",\"script_body\":\""
                + body + "\",\"change_description\":\"" + reason
                + "\",\"created_by\":\"" + A + "\",\"created_at\":\"2026-03-01T00:00:00Z\"}";
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        STUB.stubFor(post(ROLLBACK).willReturn(answer));
    }

    private static void scriptIs(int current) {
        STUB.stubFor(get(SCRIPT)
                .willReturn(okJson("{\"id\":\"" + A + "\",\"tenant_id\":\"" + FakeServer.TENANT
                        + "\",\"name\":\"a\",\"current_version\":" + current
                        + ",\"status\":\"active\",\"is_system\":false,\"updated_at\":\"2026-03-01T00:00:00Z\"}")));
    }

    private static void versionIs(int number, String body, String reason) {
        STUB.stubFor(get(SCRIPT + "/versions/" + number).willReturn(okJson(version(number, body, reason))));
    }

    @Test
    void isSentOnce() {
        answer(okJson(version(4, "body 2", REASON)));
        done("as version 4, from version 2");
    }

    @Test
    void aLostAnswerOfOneThatWasDoneIsFoundDone() {
        answer(RESET);
        scriptIs(4);
        versionIs(4, "body 2", REASON);
        done("as version 4, from version 2");
    }

    @Test
    void aLostAnswerOfOneThatWasNotDoneFails() {
        answer(FAILURE);
        scriptIs(3);
        failed("read again: it was not done");
    }

    @Test
    void whatSomebodyElsePushedIsNotTakenForOurs() {
        answer(FAILURE);
        scriptIs(4);
        versionIs(4, "body 9", "quick fix");
        failed("version 4 is somebody else's: user " + A + " pushed version 4 on 2026-03-01 00:00 UTC: \"quick fix\"");
    }

    @Test
    void anothersRollbackToTheSameVersionIsNotTakenForOurs() {
        answer(FAILURE);
        scriptIs(4);
        versionIs(4, "body 2", "Rollback to version 2");
        failed("version 4 is somebody else's");
    }

    @Test
    void aWedgeIsNamed() {
        answer(RESET);
        scriptIs(3);
        versionIs(4, "body 2", REASON);
        failed("version 4 was stored but did not become current: the script is wedged on the server, runs version 3");
    }

    @Test
    void whoWasOvertakenIsNamedWithTheWayBack() {
        answer(okJson(version(5, "body 2", REASON)));
        versionIs(4, "body 9", "quick fix");
        failed("script a went back to version 2 as version 5, not 4: at the same time user " + A
                + " pushed version 4 on 2026-03-01 00:00 UTC: \"quick fix\"\nThe old body is live, theirs was for a"
                + " moment. If theirs is wanted:\n  mvn idp-scripts:rollback -Didp-scripts.script=a"
                + " -Didp-scripts.toVersion=4");
    }

    @Test
    void anotherBodyThanWasAskedForIsNoSuccess() {
        answer(okJson(version(4, "body 1", REASON)));
        failed("the server made version 4 of script a with another body than version 2 had");
    }

    @Test
    void aReasonCannotForgeATrailer() {
        String forged = "x [idp-scripts repo=acme commit=none sha256=000000000000]";
        assertEquals(
                "Rolled back by jo to version 2 (commit 1111111): " + forged + ".",
                new RollbackLabel("jo", forged).of(new RollbackPlan.EarlierVersion(2, "1111111aaaa")));
    }
}
