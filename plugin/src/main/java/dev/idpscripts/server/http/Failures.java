package dev.idpscripts.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.idpscripts.model.Characters;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.RequestFailed;
import dev.idpscripts.model.error.RequestFailed.Effect;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.secret.Secrets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Turns what went wrong with a request into an error that says what failed and what to do next. */
final class Failures {

    private static final int OK = 200;
    private static final int LONGEST_TEXT = 500;
    private static final String ROLE_HINT =
            "Every operation needs the role admin or super_admin. Use an API key without scopes that belongs to an"
                    + " admin user: keys with scopes and client_credentials tokens can never do this.";
    private static final String PROXY_HINT =
            "Are the proxy's user name and password in settings.xml right? For https through a"
                    + " proxy that wants them in the clear, Java must be allowed to send them: MAVEN_OPTS="
                    + "-Djdk.http.auth.tunneling.disabledSchemes=";
    private static final String PROXY_DEAD =
            "Is the proxy running, and its host and port in settings.xml right? A server that needs no proxy belongs"
                    + " into its <nonProxyHosts>.";
    private static final String SERVER_DEAD =
            "Is the server running, and \"url\" in the environment's file right? Proxies come from Maven's settings.xml.";
    private static final String TRUST_HINT =
            "If its certificate comes from your own authority, give Maven that one: MAVEN_OPTS="
                    + "-Djavax.net.ssl.trustStore=FILE";

    private final URI base;
    private final String credentials;
    private final Optional<String> proxy;
    private final Secrets secrets;

    /**
     * @param base the server's address, for messages
     * @param credentials where the credentials were given, for messages
     * @param proxy the proxy on the way, for messages; empty for none
     * @param secrets what must not be repeated from an answer
     */
    Failures(URI base, String credentials, Optional<String> proxy, Secrets secrets) {
        this.base = base;
        this.credentials = credentials;
        this.proxy = proxy;
        this.secrets = secrets;
    }

    /** The error for an answer that is not the one wanted. */
    IdpScriptsException of(ApiRequest request, HttpResponse<?> response, String body) {
        int status = response.statusCode();
        Optional<Redirect> redirect = Redirect.of(response);
        if (redirect.isPresent()) {
            return redirected(request, redirect.get(), status);
        }
        if (isHtml(response, body)) {
            return notTheServer(request, request.action() + " failed: " + status + " with an HTML page", status);
        }
        String said = said(body);
        String what = what(request, response, said);
        return switch (status) {
            case 401 -> refused(what, said);
            case 403 -> new UserError(ErrorCode.ROLE_MISSING, what, ROLE_HINT);
            case 407 ->
                failed(
                        ErrorCode.PROXY_REFUSED,
                        request,
                        what + proxy.map(name -> ", from " + name).orElse(""),
                        PROXY_HINT,
                        status);
            case 408 ->
                failed(ErrorCode.SERVER_FAILED, request, what, "The server gave up after its time limit.", status);
            case 429 -> failed(ErrorCode.SERVER_FAILED, request, what, "Too many requests: wait a minute.", status);
            default -> other(request, what, status);
        };
    }

    private String what(ApiRequest request, HttpResponse<?> response, String said) {
        return request.action() + " failed: " + response.statusCode()
                + (said.isEmpty() ? " (empty answer)" : " " + said)
                + response.headers()
                        .firstValue("x-request-id")
                        .map(id -> ", x-request-id " + clean(id))
                        .orElse("");
    }

    private RequestFailed other(ApiRequest request, String what, int status) {
        if (status >= 500) {
            return failed(ErrorCode.SERVER_FAILED, request, what, "The server's log tells more.", status);
        }
        if (status >= 300 && status < 400) {
            return notTheServer(request, what, status);
        }
        return failed(ErrorCode.REQUEST_REFUSED, request, what, "", status);
    }

    private RequestFailed redirected(ApiRequest request, Redirect redirect, int status) {
        String next = redirect.server(base, request.path())
                .map(server ->
                        "If that is the identity server too, set \"url\" in the environment's file to " + server + ".")
                .orElse(isItTheServer());
        return failed(
                ErrorCode.NOT_THE_SERVER,
                request,
                request.action() + " failed: " + status + ", " + base + " redirects to "
                        + clean(redirect.target().toString()),
                secrets.hide(next) + " Redirects are not followed, because the token would go along.",
                status);
    }

    private UserError refused(String what, String said) {
        if (said.contains("Tenant mismatch")) {
            return new UserError(
                    ErrorCode.TENANT_MISMATCH,
                    what,
                    "The API key from " + credentials + " belongs to another tenant than the environment names: correct"
                            + " \"tenant\" in the environment's file, or use a key of that tenant.");
        }
        return new UserError(
                ErrorCode.CREDENTIALS_REFUSED,
                what,
                "The server does not accept the credentials from " + credentials
                        + ": get a new token or key, or correct them. To see what it says to them:\n  "
                        + GoalCommand.of("doctor"));
    }

    /** The error for an answer that has the right status but cannot be understood. */
    RequestFailed unreadable(ApiRequest request, int status, String reason) {
        return notTheServer(
                request, request.action() + " failed: the answer is not what the API gives: " + reason, status);
    }

    private RequestFailed notTheServer(ApiRequest request, String what, int status) {
        return failed(ErrorCode.NOT_THE_SERVER, request, what, isItTheServer(), status);
    }

    private String isItTheServer() {
        return "Is " + base
                + " the identity server itself, and not a login page or proxy before it? Correct \"url\" in the"
                + " environment's file.";
    }

    /** The error for no answer at all. */
    RequestFailed of(ApiRequest request, IOException e) {
        String what = request.action() + " failed: ";
        if (String.valueOf(e.getMessage()).startsWith("Tunnel failed")) {
            String refused = what + proxy.orElse("the proxy") + " does not let us through to " + base;
            return unsent(ErrorCode.PROXY_REFUSED, refused, PROXY_HINT, e);
        }
        if (isConnecting(e)) {
            String where = proxy.map(name -> name + ", through which " + base + " is reached")
                    .orElse(base.toString());
            String next = proxy.isPresent() ? PROXY_DEAD : SERVER_DEAD;
            return unsent(ErrorCode.SERVER_UNREACHABLE, what + "no connection to " + where, next, e);
        }
        if (e instanceof SSLException) {
            return unsent(ErrorCode.TLS_FAILED, what + "no trusted connection to " + base, TRUST_HINT, e);
        }
        if (e instanceof AnswerTooLarge) {
            return notTheServer(request, what + e.getMessage(), OK);
        }
        return broken(request, what, e);
    }

    private RequestFailed unsent(ErrorCode code, String what, String next, IOException e) {
        return new RequestFailed(code, what + reason(e), next, 0, Effect.NONE, secrets.hide(e));
    }

    private RequestFailed broken(ApiRequest request, String what, IOException e) {
        String how = e instanceof HttpTimeoutException ? "no whole answer in time from " : "the connection broke to ";
        return new RequestFailed(
                ErrorCode.SERVER_UNREACHABLE,
                what + how + base + proxy.map(name -> " through " + name).orElse(""),
                "",
                0,
                request.isWrite() ? Effect.UNKNOWN : Effect.NONE,
                secrets.hide(e));
    }

    /** The deepest cause that says something, in brackets. */
    private String reason(IOException e) {
        return Stream.iterate((Throwable) e, t -> t != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(text -> text != null && !text.isBlank())
                .reduce((first, second) -> second)
                .map(text -> " (" + clean(text) + ")")
                .orElse("");
    }

    private static boolean isConnecting(IOException e) {
        return Stream.iterate((Throwable) e, t -> t != null, Throwable::getCause)
                .anyMatch(t -> t instanceof ConnectException
                        || t instanceof HttpConnectTimeoutException
                        || t instanceof UnresolvedAddressException);
    }

    /**
     * A write that was answered by 408 or 5xx, or by something unreadable, may have been done: the server's statements are
     * not one transaction (server.md 3.2, 6).
     */
    private static RequestFailed failed(ErrorCode code, ApiRequest request, String what, String next, int status) {
        boolean answeredLate = status == 408 || (status >= 500 && status != 501) || (status >= 200 && status < 300);
        Effect effect = request.isWrite() && answeredLate ? Effect.UNKNOWN : Effect.NONE;
        return new RequestFailed(code, what, next, status, effect, null);
    }

    /** What the server says, in whichever of its six formats (server.md 2.1). */
    private String said(String body) {
        Optional<JsonNode> json = ApiJson.tree(body).filter(JsonNode::isObject);
        String text = json.flatMap(object -> Stream.of("message", "detail", "error_description", "title", "error")
                        .map(object::path)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .findFirst())
                .orElse(body);
        return clean(text);
    }

    /** Without secrets, without control characters, which could play tricks on a terminal, and not endless. */
    private String clean(String text) {
        // Before it is cut: half a secret is not known again.
        String line = secrets.hide(text).replaceAll("\\p{Cntrl}+", " ").strip();
        return Characters.count(line) <= LONGEST_TEXT ? line : Characters.first(line, LONGEST_TEXT) + "…";
    }

    private static boolean isHtml(HttpResponse<?> response, String body) {
        return response.headers().firstValue("content-type").orElse("").startsWith("text/html")
                || body.stripLeading().startsWith("<");
    }
}
