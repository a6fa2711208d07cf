package dev.idpscripts.server.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

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
     * @param request gets the limit of time, of which it must have none
     * @throws HttpTimeoutException if the answer is not whole in time
     * @throws AnswerTooLarge if it is longer than it may be
     */
    public static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request, Limits limits)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + limits.patience().toNanos();
        HttpRequest bounded = request.timeout(limits.patience()).build();
        try {
            // Not sendAsync: with one core or two each answer would start a thread of its own.
            return http.send(bounded, info -> new LimitedBody(limits.size(), end - System.nanoTime()));
        } catch (HttpConnectTimeoutException e) {
            throw e;
        } catch (HttpTimeoutException e) {
            HttpTimeoutException late = new HttpTimeoutException(
                    "no whole answer within " + limits.patience().toSeconds() + " s");
            late.initCause(e);
            throw late;
        } catch (IOException e) {
            throw e.getCause() instanceof AnswerTooLarge large ? large : e;
        }
    }
}
