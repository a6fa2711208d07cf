package dev.idpscripts.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.server.http.ApiJson;
import dev.idpscripts.server.http.ClientEnd;
import dev.idpscripts.server.http.Exchange;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.http.Redirect;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a server says about itself to anybody: {@code GET /readyz} (server.md 6).
 *
 * @param reached empty if it answered, otherwise why not
 * @param status its own word, such as {@code healthy}; empty if it says none
 * @param version its version; empty if it says none
 * @param ahead how far its clock is ahead of ours; empty if it does not tell
 */
public record Health(
        Optional<String> reached, Optional<String> status, Optional<String> version, Optional<Duration> ahead) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Exchange.Limits LIMITS = new Exchange.Limits(PATIENCE, 1L << 20);

    /** Asks; never throws. */
    public static Health of(URI url, ProxyRoute route) {
        return of(url, route, LIMITS);
    }

    static Health of(URI url, ProxyRoute route, Exchange.Limits limits) {
        HttpClient client = HttpClient.newBuilder()
                .proxy(route.proxy())
                .connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Redirect.root(url) + "/readyz"));
        route.authorization().ifPresent(secret -> request.header("Proxy-Authorization", secret.value()));
        try {
            HttpResponse<String> answer = Exchange.send(client, request, limits);
            Optional<Redirect> redirect = Redirect.of(answer);
            if (redirect.isPresent()) {
                return unreached("it redirects to " + redirect.get().target() + ", which is not followed");
            }
            Optional<JsonNode> body = ApiJson.tree(answer.body());
            return new Health(
                    Optional.empty(),
                    text(body, "status").or(() -> Optional.of("HTTP " + answer.statusCode())),
                    text(body, "version"),
                    answer.headers().firstValue("date").flatMap(Health::ahead));
        } catch (IOException e) {
            return unreached(e + route.name().map(proxy -> ", through " + proxy).orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreached("interrupted");
        } finally {
            ClientEnd.of(client);
        }
    }

    private static Health unreached(String why) {
        return new Health(Optional.of(why), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<String> text(Optional<JsonNode> body, String key) {
        return body.map(node -> node.path(key).asText("")).filter(text -> !text.isEmpty());
    }

    private static Optional<Duration> ahead(String date) {
        try {
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(Instant.now(), there));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
