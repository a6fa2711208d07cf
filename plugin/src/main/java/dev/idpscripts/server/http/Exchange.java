package dev.idpscripts.server.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its whole answer, within limits: Java's own timeout ends with the headers, and it takes bodies of any length. */
public final class Exchange {

    /**
     * What is waited for and taken.
     *
     * @param patience how long for all of it, from connecting to the last byte
     * @param size how many bytes a body may have
     */
    public record Limits(Duration patience, long size) {}

    private Exchange() {}

    /**
     * Sends, and reads to the end or to a limit. The connection is closed then.
     *
     * @throws HttpTimeoutException if the answer is not whole in time
     * @throws AnswerTooLarge if it is longer than it may be
     */
    public static HttpResponse<String> send(HttpClient http, HttpRequest request, Limits limits)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, info -> new LimitedBody(limits.size()));
        try {
            return answer.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            HttpTimeoutException late = new HttpTimeoutException(
                    "no whole answer within " + limits.patience().toSeconds() + " s");
            late.initCause(e);
            throw late;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
