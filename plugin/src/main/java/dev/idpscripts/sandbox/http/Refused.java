package dev.idpscripts.sandbox.http;

import java.util.UUID;

/**
 * Ends the handling of a request with an error answer. The texts are the server's own (server.md 2); the letters are those
 * of its error shapes.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** G and K. */
    private record CodedError(String error, String message) {}

    /** O. */
    private record OAuthError(String error, String errorDescription) {}

    /** U and A. */
    private record Problem(String type, String title, int status, String detail) {}

    private final transient Answer answer;

    private Refused(Answer answer, String message) {
        super(message);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }

    /** G, or K: both have the same keys. */
    public static Refused json(int status, String error, String message) {
        return new Refused(Answer.json(status, new CodedError(error, message)), message);
    }

    public static Refused notFound(String what) {
        return json(404, "not_found", what);
    }

    public static Refused noScript(UUID id) {
        return notFound("Provisioning script not found: " + id);
    }

    public static Refused validation(String message) {
        return json(400, "validation_error", message);
    }

    public static Refused conflict(String message) {
        return json(409, "conflict", message);
    }

    public static Refused precondition(String message) {
        return json(412, "precondition_failed", message);
    }

    public static Refused systemResource(UUID id) {
        return precondition("Cannot modify system resource: " + id);
    }

    /** What the database itself refuses; the server does not say why. */
    public static Refused database() {
        return json(500, "database_error", "Database error");
    }

    /** U: not an admin. */
    public static Refused notAdmin() {
        String type = "https://xavyo.net/problems/forbidden";
        String detail = "Admin role required for this operation";
        return new Refused(Answer.json(403, new Problem(type, "Forbidden", 403, detail)), detail);
    }

    /** A: the problems of {@code /auth}. */
    public static Refused auth(int status, String type, String title, String detail) {
        Problem problem = new Problem("https://xavyo.net/errors/" + type, title, status, detail);
        return new Refused(Answer.problem(status, problem), detail);
    }

    /** O: the filters before everything else. */
    public static Refused oauth(int status, String error, String description) {
        return new Refused(Answer.json(status, new OAuthError(error, description)), description);
    }

    /** T: the framework. */
    public static Refused text(int status, String text) {
        return new Refused(Answer.text(status, text), text);
    }

    /** E: no tenant. */
    public static Refused silent(int status) {
        return new Refused(Answer.emptyJson(status), "");
    }

    static Refused methodNotAllowed(String allowed) {
        return new Refused(Answer.methodNotAllowed(allowed), "");
    }

    /** No such place. */
    static Refused nothingThere() {
        return new Refused(Answer.empty(404), "");
    }
}
