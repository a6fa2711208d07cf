package dev.idpscripts.sandbox;

import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.http.Request;
import dev.idpscripts.sandbox.http.Route;
import dev.idpscripts.sandbox.http.Route.RequiredRole;
import dev.idpscripts.sandbox.http.Router;
import dev.idpscripts.sandbox.login.Authentication;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Requests;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What every request passes, in the server's order (server.md 5.1), before its endpoint sees it. */
final class RequestPipeline {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    /** What the filter lets through; whether an endpoint can read it is another matter (server.md 2.3). */
    private static final Set<String> CONTENT_TYPES = Set.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/xml",
            "application/xml",
            "application/scim+json");

    private final Router router;
    private final Authentication credentials;
    private final Store store;
    private final Requests requests;

    private final Faults faults;
    private final FaultInjector faultInjector;

    RequestPipeline(Router router, Authentication credentials, Store store, Requests requests, Faults faults) {
        this.router = router;
        this.credentials = credentials;
        this.store = store;
        this.requests = requests;
        this.faults = faults;
        this.faultInjector = new FaultInjector(store);
    }

    /** Always answers; what was not foreseen is told as it is, since it is the sandbox's own fault. */
    Answer answer(Request request) {
        try {
            return "OPTIONS".equals(request.method()) ? Answer.empty(200) : passed(request);
        } catch (ApiError e) {
            return e.answer();
        } catch (RuntimeException e) {
            return ApiError.json(500, "internal_error", e.toString()).answer();
        }
    }

    private Answer passed(Request request) {
        checkSize(request);
        checkContentType(request);
        Router.Match match = router.match(request.path());
        Principal caller = credentials.check(match.access(), request);
        Route route = match.route(request.method());
        Call call = new Call(caller, request, match.values(), requests);
        Supplier<Answer> work = () -> held(route, call);
        boolean counted = route.access() == RequiredRole.ADMIN || route.access() == RequiredRole.CREDENTIALS;
        Optional<FaultKind> fault = counted ? faults.next(route.method(), route.pattern()) : Optional.empty();
        return fault.map(kind -> faultInjector.answer(kind, route, work)).orElseGet(work);
    }

    private Answer held(Route route, Call call) {
        Supplier<Answer> work = () -> route.endpoint().apply(call);
        return switch (route.holds()) {
            case READING -> store.read(work);
            case WRITING -> store.write(work);
            case NOTHING -> work.get();
        };
    }

    /** Without a declared length the body is counted when it is read, by {@link Call#json}. */
    private static void checkSize(Request request) {
        if (request.body().isTooLarge() && request.header("content-length").isPresent()) {
            throw ApiError.text(413, "length limit exceeded");
        }
    }

    private static void checkContentType(Request request) {
        String type = request.header("content-type").orElse("");
        boolean known = type.isEmpty() || CONTENT_TYPES.stream().anyMatch(type::startsWith);
        if (WITH_BODY.contains(request.method()) && !known) {
            throw ApiError.oauth(
                    415,
                    "unsupported_media_type",
                    "Content-Type header must be application/json, application/x-www-form-urlencoded,"
                            + " or multipart/form-data");
        }
    }
}
