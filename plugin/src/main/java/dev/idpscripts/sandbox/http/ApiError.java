package dev.idpscripts.sandbox.http;

import java.util.UUID;

/**
 * Ends the handling of a request with an error answer. The texts are the server's own (server.md 2); the letters are those
 * of its error shapes.
 */
public final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** G and K. */
    private record CodedError(String error, String message) {}

    /** O. */
    private record OAuthError(String error, String errorDescription) {}

    /** U and A. */
    private record ProblemDetails(String type, String title, int status, String detail) {}

    private final transient Answer answer;

    private ApiError(Answer answer, String message) {
        super(message);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }

    /** G, or K: both have the same keys. */
    public static ApiError json(int status, String error, String message) {
        return new ApiError(Answer.json(status, new CodedError(error, message)), message);
    }

    public static ApiError notFound(String what) {
        return json(404, "not_found", what);
    }

    public static ApiError noScript(UUID id) {
        return notFound("Provisioning script not found: " + id);
    }

    public static ApiError validation(String message) {
        return json(400, "validation_error", message);
    }

    public static ApiError conflict(String message) {
        return json(409, "conflict", message);
    }

    public static ApiError precondition(String message) {
        return json(412, "precondition_failed", message);
    }

    public static ApiError systemResource(UUID id) {
        return precondition("Cannot modify system resource: " + id);
    }

    /** What the database itself refuses; the server does not say why. */
    public static ApiError database() {
        return json(500, "database_error", "Database error");
    }

    /** U: not an admin. */
    public static ApiError notAdmin() {
        String type = "https://xavyo.net/problems/forbidden";
        String detail = "Admin role required for this operation";
        return new ApiError(Answer.json(403, new ProblemDetails(type, "Forbidden", 403, detail)), detail);
    }

    /** A: the problems of {@code /auth}. */
    public static ApiError auth(int status, String type, String title, String detail) {
        ProblemDetails problem = new ProblemDetails("https://xavyo.net/errors/" + type, title, status, detail);
        return new ApiError(Answer.problem(status, problem), detail);
    }

    /** O: the filters before everything else. */
    public static ApiError oauth(int status, String error, String description) {
        return new ApiError(Answer.json(status, new OAuthError(error, description)), description);
    }

    /** T: the framework. */
    public static ApiError text(int status, String text) {
        return new ApiError(Answer.text(status, text), text);
    }

    /** E: no tenant. */
    public static ApiError silent(int status) {
        return new ApiError(Answer.emptyJson(status), "");
    }

    static ApiError methodNotAllowed(String allowed) {
        return new ApiError(Answer.methodNotAllowed(allowed), "");
    }

    /** No such place. */
    static ApiError nothingThere() {
        return new ApiError(Answer.empty(404), "");
    }
}
