package dev.idpscripts.sandbox;

import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.engine.Serde;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.sandbox.faults.FaultFile;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Listener;
import dev.idpscripts.sandbox.http.Route;
import dev.idpscripts.sandbox.http.Router;
import dev.idpscripts.sandbox.login.AccessTokens;
import dev.idpscripts.sandbox.login.AuthRoutes;
import dev.idpscripts.sandbox.login.Authentication;
import dev.idpscripts.sandbox.login.User;
import dev.idpscripts.sandbox.rules.Connectors;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Requests;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The embedded server, running. It takes its token as an API key, and as the password of {@link #ADMIN_EMAIL},
 * {@link #COLLEAGUE_EMAIL} and {@link #USER_EMAIL} at {@code /auth/login}. Every write is in its file before it is answered, so it may be killed at any
 * moment. Scripts run in its own engine. It does not limit the rate of logins.
 */
public final class Sandbox implements AutoCloseable {

    /** A user with the role {@code admin}. */
    public static final String ADMIN_EMAIL = User.ADMIN.email();

    /** Has the role admin too: somebody else, to see what drift looks like. */
    public static final String COLLEAGUE_EMAIL = User.COLLEAGUE.email();

    /** A user with the role {@code user}, who may log in and see connectors but no scripts. */
    public static final String USER_EMAIL = User.USER.email();

    private final SandboxOptions options;
    private final Store store;
    private final Engine engine;
    private final Serde serde;
    private final Listener listener;

    private Sandbox(SandboxOptions options, Store store, Engine engine, Serde serde, Listener listener) {
        this.options = options;
        this.store = store;
        this.engine = engine;
        this.serde = serde;
        this.listener = listener;
    }

    /**
     * Starts it.
     *
     * @throws UserError if its port or its folder cannot be used
     */
    public static Sandbox start(SandboxOptions options) {
        return start(options, Clock.systemUTC());
    }

    /** Starts one that goes wrong on purpose. */
    public static Sandbox start(SandboxOptions options, Faults faults) {
        return start(options, faults, new RhaiEngine());
    }

    /** The same with this engine, which ends when it does. */
    public static Sandbox start(SandboxOptions options, Faults faults, Engine engine) {
        return start(options, Clock.systemUTC(), Optional.of(faults), engine);
    }

    static Sandbox start(SandboxOptions options, Clock clock) {
        return start(options, clock, Optional.empty(), new RhaiEngine());
    }

    private static Sandbox start(SandboxOptions options, Clock clock, Optional<Faults> given, Engine engine) {
        Store store = Store.open(options.directory(), options.tenant(), clock);
        Serde serde = new Serde();
        try {
            makeConnectors(options, store);
            Listener listener =
                    Listener.open(options.port(), pipeline(options, store, engine, serde, clock, given)::answer);
            return new Sandbox(options, store, engine, serde, listener);
        } catch (RuntimeException e) {
            engine.close();
            serde.close();
            store.close();
            throw e;
        }
    }

    private static void makeConnectors(SandboxOptions options, Store store) {
        Connectors connectors = new Connectors(store);
        store.write(() -> {
            options.connectors().stream()
                    .filter(name -> !connectors.isTaken(name))
                    .forEach(name -> makeConnector(connectors, name));
            return null;
        });
    }

    private static void makeConnector(Connectors connectors, String name) {
        try {
            connectors.create(name, "ldap", null, Map.of("host", "localhost"));
        } catch (ApiError e) {
            throw new UserError(
                    ErrorCode.SANDBOX_UNAVAILABLE,
                    "The embedded server cannot have a connector named \"" + name + "\": " + e.getMessage() + ".",
                    "Change the name under sandbox, connectors in the environment's file.");
        }
    }

    private static RequestPipeline pipeline(
            SandboxOptions options, Store store, Engine engine, Serde serde, Clock clock, Optional<Faults> given) {
        Requests requests = new Requests(serde);
        AccessTokens accessTokens = new AccessTokens(options.tenant(), clock);
        Authentication credentials = new Authentication(options.token(), options.tenant(), accessTokens, requests);
        AuthRoutes auth = new AuthRoutes(store, credentials, accessTokens, clock);
        List<Route> table = new Endpoints(store, engine, auth, clock).table();
        Faults faults = given.orElseGet(() -> options.faults()
                .map(file -> FaultFile.read(
                        file,
                        table.stream().map(r -> r.method() + " " + r.pattern()).collect(Collectors.toSet())))
                .orElseGet(Faults::none));
        return new RequestPipeline(new Router(table), credentials, store, requests, faults);
    }

    /** Where it listens, such as {@code http://127.0.0.1:51234}. */
    public URI url() {
        return listener.url();
    }

    public String token() {
        return options.token();
    }

    public UUID tenant() {
        return options.tenant();
    }

    /** Ends its threads and closes its file. */
    @Override
    public void close() {
        listener.close();
        engine.close();
        serde.close();
        // A thread that was interrupted would break the file instead of closing it.
        boolean interrupted = Thread.interrupted();
        store.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
