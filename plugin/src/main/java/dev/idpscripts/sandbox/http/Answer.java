package dev.idpscripts.sandbox.http;

import dev.idpscripts.sandbox.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is sent back.
 *
 * @param headers besides those that every answer has
 * @param body made when it is sent; empty for none
 * @param delivery other than whole only on purpose
 */
public record Answer(int status, Map<String, String> headers, Supplier<byte[]> body, Delivery delivery) {

    /** How much of an answer reaches the client. */
    public enum Delivery {
        WHOLE,
        /** Half of the body, and then the connection ends. */
        HALF,
        /** Half of the body, and then silence. */
        STALLED,
        /** Blanks for ever. */
        ENDLESS,
        /** The connection ends. */
        NOTHING
    }

    public Answer(int status, Map<String, String> headers, Supplier<byte[]> body) {
        this(status, headers, body, Delivery.WHOLE);
    }

    private static final String CONTENT_TYPE = "Content-Type";

    public static Answer ok(Object value) {
        return json(200, value);
    }

    public static Answer created(Object value) {
        return json(201, value);
    }

    public static Answer noContent() {
        return empty(204);
    }

    static Answer json(int status, Object value) {
        return of(status, "application/json", () -> Json.write(value));
    }

    static Answer problem(int status, Object value) {
        return of(status, "application/problem+json", () -> Json.write(value));
    }

    static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", () -> text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Answer::nothing);
    }

    public static Answer html(int status, String page) {
        return of(status, "text/html", () -> page.getBytes(StandardCharsets.UTF_8));
    }

    /** None: the connection ends. */
    public static Answer lost() {
        return new Answer(200, Map.of(), Answer::nothing, Delivery.NOTHING);
    }

    /** This answer, less or more than whole. */
    public Answer delivered(Delivery otherwise) {
        return new Answer(status, headers, body, otherwise);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, delivery);
    }

    /** Says that it is JSON, and is nothing (server.md 2.1, shape E). */
    static Answer emptyJson(int status) {
        return of(status, "application/json", Answer::nothing);
    }

    /** There is such a place, but not for this method. */
    static Answer methodNotAllowed(String allowed) {
        return new Answer(405, Map.of("Allow", allowed), Answer::nothing);
    }

    private static byte[] nothing() {
        return new byte[0];
    }

    private static Answer of(int status, String contentType, Supplier<byte[]> body) {
        return new Answer(status, Map.of(CONTENT_TYPE, contentType), body);
    }
}
