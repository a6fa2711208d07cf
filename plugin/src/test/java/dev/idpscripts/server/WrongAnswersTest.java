package dev.idpscripts.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.server.http.Waits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server under row-level security answers right requests at random as if the tenant had nothing and the credentials were none
 * (server.md 2.4). What is believed, and when.
 */
class WrongAnswersTest {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance().build();

    private static final UUID ID = Servers.TENANT;
    private static final String SCRIPT = "{\"id\":\"" + ID + "\",\"tenant_id\":\"" + ID
            + "\",\"name\":\"a\",\"current_version\":1,\"status\":\"draft\",\"is_system\":false}";
    private static final String VERSION =
            "{\"id\":\"" + ID + "\",\"script_id\":\"" + ID + "\",\"version_number\":1,\"script_body\":\"1\"}";

    private final AtomicInteger requests = new AtomicInteger();
    private final Server server = Servers.client(URI.create(Servers.http(STUB)), Servers.TOKEN, requests);

    private static ResponseDefinitionBuilder json(int status, String body) {
        return WireMock.jsonResponse(body, status);
    }

    private static ResponseDefinitionBuilder invalidKey() {
        return json(401, "{\"error\":\"unauthorized\",\"message\":\"Invalid API key\"}");
    }

    private static ResponseDefinitionBuilder noAdmin() {
        return json(403, "{\"title\":\"Forbidden\",\"detail\":\"Admin role required for this operation\"}");
    }

    private static ResponseDefinitionBuilder notFound() {
        return json(404, "{\"error\":\"not_found\",\"message\":\"Provisioning script not found\"}");
    }

    private static ResponseDefinitionBuilder list(String key, String entries) {
        return json(200, "{\"" + key + "\":[" + entries + "],\"total\":" + (entries.isEmpty() ? 0 : 1) + "}");
    }

    /** The same answer for ever. */
    private static void answers(ResponseDefinitionBuilder always) {
        STUB.resetAll();
        STUB.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(always));
    }

    /** So many times the wrong answer, then the right one for ever. */
    private void answers(int times, ResponseDefinitionBuilder wrong, ResponseDefinitionBuilder right) {
        answers(right);
        for (int i = 0; i < times; i++) {
            MappingBuilder one = WireMock.any(WireMock.anyUrl())
                    .inScenario("s")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willSetStateTo("after " + (i + 1));
            STUB.stubFor(one.willReturn(wrong));
        }
        requests.set(0);
    }

    private void success() {
        answers(json(200, SCRIPT));
        server.scripts().get(ID, "a");
        requests.set(0);
    }

    private static Stream<ResponseDefinitionBuilder> refusals() {
        return Stream.of(
                invalidKey(),
                noAdmin(),
                json(401, "{\"error\":\"invalid_token\",\"error_description\":\"Token has been revoked\"}"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalBeforeAnySuccessIsDoubtedThrice(ResponseDefinitionBuilder refusal) {
        answers(3, refusal, json(200, SCRIPT));
        assertEquals("a", server.scripts().get(ID, "a").name());
        assertEquals(4, requests.get());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void andThenBelieved(ResponseDefinitionBuilder refusal) {
        answers(4, refusal, json(200, SCRIPT));
        assertThrows(IdpScriptsException.class, () -> server.scripts().get(ID, "a"));
        assertEquals(4, requests.get());
    }

    static Stream<ResponseDefinitionBuilder> refusalsOfEveryKind() {
        return Stream.concat(
                refusals(),
                Stream.of(
                        json(401, "Invalid or expired token"),
                        json(401, ""),
                        json(401, "{\"error\":\"unauthorized\",\"message\":\"API key has expired\"}"),
                        json(403, "{\"error\":\"forbidden\",\"message\":\"Access denied\"}")));
    }

    @ParameterizedTest
    @MethodSource("refusalsOfEveryKind")
    void aRefusalAfterASuccessIsDoubtedAsOftenAsThereIsTime(ResponseDefinitionBuilder refusal) {
        success();
        answers(Waits.MOST_TRIES - 1, refusal, json(200, SCRIPT));
        assertEquals("a", server.scripts().get(ID, "a").name());
        assertEquals(Waits.MOST_TRIES, requests.get());
    }

    /** A 401 or 403 comes before the server does anything, and a 404 because it found nothing to do it to. */
    @ParameterizedTest
    @MethodSource("refusalsOfEveryKind")
    void soIsThatOfAWrite(ResponseDefinitionBuilder refusal) {
        success();
        answers(Waits.MOST_TRIES - 1, refusal, json(201, SCRIPT));
        assertEquals("a", server.scripts().create("a", Optional.empty()).name());
        assertEquals(Waits.MOST_TRIES, requests.get());
    }

    @Test
    void aKeyThatStaysRefusedIsNotDoubtedWithEveryRequest() {
        success();
        answers(invalidKey());
        assertThrows(IdpScriptsException.class, () -> server.scripts().get(ID, "a"));
        assertEquals(Waits.MOST_TRIES, requests.get());
        assertThrows(IdpScriptsException.class, () -> server.scripts().get(ID, "a"));
        assertEquals(Waits.MOST_TRIES + 1, requests.get());
        success();
        answers(1, invalidKey(), json(200, SCRIPT));
        assertEquals("a", server.scripts().get(ID, "a").name());
    }

    /** Connectors are shown to everybody, so they do not prove a role. */
    @Test
    void whoIsNoAdminIsToldSoon() {
        answers(list("items", "{\"id\":\"" + ID + "\",\"name\":\"LDAP\"}"));
        server.connectors().all();
        answers(4, noAdmin(), json(200, SCRIPT));
        IdpScriptsException e =
                assertThrows(IdpScriptsException.class, () -> server.scripts().get(ID, "a"));
        assertEquals(ErrorCode.ROLE_MISSING, e.code());
        assertEquals(4, requests.get());
    }

    @Test
    void pausesAreShortAtFirst() {
        answers(noAdmin());
        AtomicInteger waited = new AtomicInteger();
        Server slow = Servers.client(
                URI.create(Servers.http(STUB)),
                Servers.TOKEN,
                requests,
                new Waits(Duration.ofSeconds(90), time -> waited.addAndGet((int) time.toMillis()), line -> {}));
        assertThrows(IdpScriptsException.class, () -> slow.connectors().all());
        assertTrue(waited.get() >= 875 && waited.get() <= 1750, "waited " + waited);
    }

    private static Named<Function<Server, Object>> call(String name, Function<Server, Object> call) {
        return Named.of(name, call);
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of(call("script", s -> s.scripts().get(ID, "a").name()), SCRIPT, "a"),
                Arguments.of(call("version", s -> s.versions().get(ID, "a", 1).isPresent()), VERSION, true),
                Arguments.of(
                        call("versions", s -> s.versions().all(ID, "a").size()),
                        "{\"versions\":[" + VERSION + "],\"total\":1}",
                        1),
                Arguments.of(call("template", s -> s.templates().get(ID, "t").name()), SCRIPT, "a"),
                Arguments.of(call("activate", s -> s.scripts().activate(ID, "a").name()), SCRIPT, "a"),
                Arguments.of(
                        call("delete", s -> {
                            s.scripts().delete(ID, "a");
                            return 1;
                        }),
                        "{}",
                        1));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void whatIsSaidToBeMissingIsAskedForAgain(Function<Server, Object> call, String right, Object expected) {
        answers(3, notFound(), json(200, right));
        assertEquals(expected, call.apply(server));
        assertEquals(4, requests.get());
    }

    @Test
    void butNotForEver() {
        answers(4, notFound(), json(200, SCRIPT));
        RequestFailed e =
                assertThrows(RequestFailed.class, () -> server.scripts().get(ID, "a"));
        assertEquals(404, e.status());
    }

    @Test
    void aPathThatTheServerDoesNotHaveIsNotAskedForAgain() {
        answers(json(404, ""));
        assertThrows(RequestFailed.class, () -> server.scripts().get(ID, "a"));
        assertEquals(1, requests.get());
    }

    @Test
    void aVersionThatOnlyAWedgedScriptHasIsNotAskedForAgain() {
        answers(notFound());
        assertEquals(Optional.empty(), server.versions().unlikely(ID, "a", 2));
        assertEquals(1, requests.get());
    }

    static Stream<Arguments> lists() {
        String binding = "{\"id\":\"" + ID + "\",\"tenant_id\":\"" + ID + "\",\"script_id\":\"" + ID + "\"}";
        return Stream.of(
                Arguments.of(call("scripts", s -> s.scripts().all()), "scripts", SCRIPT),
                Arguments.of(
                        call("by name", s -> s.scripts().byName("a").stream().toList()), "scripts", SCRIPT),
                Arguments.of(call("connectors", s -> s.connectors().all()), "items", SCRIPT),
                Arguments.of(call("bindings", s -> s.bindings().all()), "bindings", binding),
                Arguments.of(call("of connector", s -> s.bindings().ofConnector(ID, "c")), "bindings", binding),
                Arguments.of(call("templates", s -> s.templates().all()), "templates", SCRIPT),
                Arguments.of(call("versions", s -> s.versions().all(ID, "a")), "versions", VERSION),
                Arguments.of(call("trail", s -> s.insight().audit(ID, null, 0)), "events", "{\"id\":\"" + ID + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anEmptyListIsReadTwiceMore(Function<Server, Object> call, String key, String entry) {
        answers(2, list(key, ""), list(key, entry));
        assertEquals(1, ((List<?>) call.apply(server)).size());
        assertEquals(3, requests.get());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void andThenBelievedUntilSomethingIsWritten(Function<Server, Object> call, String key, String entry) {
        answers(3, list(key, ""), list(key, ""));
        assertEquals(0, ((List<?>) call.apply(server)).size());
        assertEquals(3, requests.get());
        assertEquals(0, ((List<?>) call.apply(server)).size());
        assertEquals(4, requests.get());
        answers(json(200, SCRIPT));
        server.scripts().create("b", Optional.empty());
        answers(2, list(key, ""), list(key, entry));
        assertEquals(1, ((List<?>) call.apply(server)).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void aListThatHadEntriesIsReadFiveTimesMore(int times) {
        answers(list("logs", "{\"id\":\"" + ID + "\"}"));
        InsightApi.LogFilter any = new InsightApi.LogFilter(null, null, null, null, null, null, null);
        assertEquals(1, server.insight().logs(any, 1).size());
        answers(times, list("logs", ""), list("logs", "{\"id\":\"" + ID + "\"}"));
        assertEquals(1, server.insight().logs(any, 1).size());
        assertEquals(times + 1, requests.get());
    }

    @Test
    void aListThatNobodyExpectsAnythingOfIsBelieved() {
        answers(list("logs", ""));
        server.insight().logs(new InsightApi.LogFilter(null, null, null, null, null, null, null), 1);
        assertEquals(1, requests.get());
    }
}
