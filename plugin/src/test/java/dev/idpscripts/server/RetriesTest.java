package dev.idpscripts.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.server.http.Waits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which requests are sent again, after how long, and what is said about it. Nothing here really waits. */
class RetriesTest {

    @RegisterExtension
    static final WireMockExtension STUB = WireMockExtension.newInstance().build();

    private static final String SCRIPT = "{\"id\":\"" + Servers.TENANT + "\",\"tenant_id\":\"" + Servers.TENANT
            + "\",\"name\":\"a\",\"current_version\":1,\"status\":\"draft\",\"is_system\":false}";
    private static final String REVOKED =
            "{\"error\":\"invalid_token\",\"error_description\":\"Token has been revoked\"}";

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Server server = Servers.client(
            URI.create(Servers.http(STUB)),
            Servers.TOKEN,
            requests,
            new Waits(Duration.ofSeconds(90), pauses::add, said::add));

    /** Answers in this order, the last one for ever. */
    private static void answers(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            boolean last = i == answers.length - 1;
            STUB.stubFor(any(anyUrl())
                    .inScenario("s")
                    .whenScenarioStateIs(state(i))
                    .willSetStateTo(state(last ? i : i + 1))
                    .willReturn(answers[i]));
        }
    }

    private static String state(int answer) {
        return answer == 0 ? Scenario.STARTED : "after " + answer;
    }

    private static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    private StoredScript read() {
        return server.scripts().get(Servers.TENANT, "a");
    }

    private StoredScript write() {
        return server.scripts().create("a", Optional.empty());
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(status(429), "the server answered 429"),
                Arguments.of(status(502), "the server answered 502"),
                Arguments.of(status(503), "the server answered 503"),
                Arguments.of(status(504), "the server answered 504"),
                Arguments.of(status(403), "the server answered 403, which it also does under load"),
                Arguments.of(status(401).withBody(REVOKED), "the server answered 401, which it also does under load"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aReadingIsSentAgainAndItIsSaid(ResponseDefinitionBuilder trouble, String reason) {
        answers(trouble, okJson(SCRIPT));
        assertEquals("a", read().name());
        assertEquals(2, requests.get());
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("read script a: " + reason + "; waiting 0."), said.get(0));
        assertTrue(said.get(0).endsWith(" s and trying again."), said.get(0));
    }

    /** The JDK's client tries once more by itself, and only readings. */
    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void aBrokenConnectionLikewise(Fault fault) {
        answers(aResponse().withFault(fault), aResponse().withFault(fault), okJson(SCRIPT));
        assertEquals("a", read().name());
        assertEquals(2, requests.get());
        assertTrue(said.get(0).startsWith("read script a: the connection broke; waiting 0."), said.toString());
    }

    @Test
    void pausesGrowWithJitter() {
        answers(status(503));
        assertThrows(IdpScriptsException.class, this::read);
        assertEquals(Waits.MOST_TRIES, requests.get());
        assertEquals(Waits.MOST_TRIES - 1, pauses.size());
        for (int i = 0; i < pauses.size(); i++) {
            long full = 250L << i;
            long millis = pauses.get(i).toMillis();
            assertTrue(millis >= full / 2 && millis <= full, pauses.toString());
        }
    }

    @Test
    void whatTheServerAsksForIsWaitedFor() {
        answers(status(429).withHeader("Retry-After", "7"), okJson(SCRIPT));
        read();
        assertEquals(List.of(Duration.ofSeconds(7)), pauses);
        assertEquals(List.of("read script a: the server answered 429; waiting 7.0 s and trying again."), said);
    }

    @Test
    void butNoLongerThanTheBudget() {
        answers(status(429).withHeader("Retry-After", "60"));
        assertThrows(IdpScriptsException.class, this::read);
        assertEquals(List.of(Duration.ofSeconds(60)), pauses);
        assertEquals(2, requests.get());
    }

    @Test
    void aWriteIsSentAgainOnlyIfNothingWasDone() {
        answers(status(429), status(403), okJson(SCRIPT));
        assertEquals("a", write().name());
        assertEquals(3, requests.get());
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void aDoubtfulWriteIsNot(ResponseDefinitionBuilder trouble) {
        answers(trouble, okJson(SCRIPT));
        assertThrows(IdpScriptsException.class, this::write);
        assertEquals(1, requests.get());
        assertEquals(List.of(), said);
    }

    static Stream<ResponseDefinitionBuilder> doubtful() {
        return Stream.of(
                status(408),
                status(500),
                status(502),
                status(503),
                status(504),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @Test
    void whatStaysRefusedIsRefused() {
        answers(status(403));
        assertThrows(IdpScriptsException.class, this::read);
        assertEquals(4, requests.get());
    }

    @Test
    void aTrialIsNoWrite() {
        answers(status(503), okJson("{\"success\":true,\"duration_ms\":1}"));
        assertTrue(server.testing().dryRun(new Body("1"), "x").success());
        assertEquals(
                "dry-run a script",
                said.stream().map(line -> line.split(":", 2)[0]).collect(Collectors.joining()));
    }
}
