package dev.idpscripts.sandbox;

import static dev.idpscripts.sandbox.http.Route.RequiredRole.ADMIN;
import static dev.idpscripts.sandbox.http.Route.RequiredRole.CREDENTIALS;
import static dev.idpscripts.sandbox.http.Route.RequiredRole.NOTHING;
import static dev.idpscripts.sandbox.http.Route.RequiredRole.TENANT;
import static dev.idpscripts.sandbox.http.Route.route;

import dev.idpscripts.engine.Engine;
import dev.idpscripts.sandbox.http.Route;
import dev.idpscripts.sandbox.login.AuthRoutes;
import dev.idpscripts.sandbox.routes.AnalyticsRoutes;
import dev.idpscripts.sandbox.routes.AuditRoutes;
import dev.idpscripts.sandbox.routes.BindingRoutes;
import dev.idpscripts.sandbox.routes.ConnectorRoutes;
import dev.idpscripts.sandbox.routes.HealthRoutes;
import dev.idpscripts.sandbox.routes.LogRoutes;
import dev.idpscripts.sandbox.routes.ScriptRoutes;
import dev.idpscripts.sandbox.routes.TemplateRoutes;
import dev.idpscripts.sandbox.routes.TestingRoutes;
import dev.idpscripts.sandbox.routes.VersionRoutes;
import dev.idpscripts.sandbox.rules.Audit;
import dev.idpscripts.sandbox.rules.Bindings;
import dev.idpscripts.sandbox.rules.Connectors;
import dev.idpscripts.sandbox.rules.Logs;
import dev.idpscripts.sandbox.rules.Scripts;
import dev.idpscripts.sandbox.rules.Templates;
import dev.idpscripts.sandbox.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The endpoint table: the 32 operations of server.md 1.5, in its order, then connectors, login and health. */
public final class Endpoints {

    private final ScriptRoutes scripts;
    private final VersionRoutes versions;
    private final TestingRoutes testing;
    private final BindingRoutes bindings;
    private final TemplateRoutes templates;
    private final AnalyticsRoutes analytics;
    private final LogRoutes logs;
    private final AuditRoutes audit;
    private final ConnectorRoutes connectors;
    private final AuthRoutes auth;
    private final HealthRoutes health;

    Endpoints(Store store, Engine engine, AuthRoutes auth, Clock clock) {
        Logs allLogs = new Logs(store);
        Bindings allBindings = new Bindings(store, allLogs);
        Scripts allScripts = new Scripts(store, allBindings, allLogs);
        Audit trail = new Audit(store);
        this.scripts = new ScriptRoutes(store, allScripts, allBindings, trail);
        this.versions = new VersionRoutes(allScripts, trail);
        this.testing = new TestingRoutes(store, allScripts, engine);
        this.bindings = new BindingRoutes(store, allScripts, allBindings, trail);
        this.templates = new TemplateRoutes(store, new Templates(store), allScripts);
        this.analytics = new AnalyticsRoutes(store, allScripts, clock);
        this.logs = new LogRoutes(store);
        this.audit = new AuditRoutes(store);
        this.connectors = new ConnectorRoutes(store, new Connectors(store));
        this.auth = auth;
        this.health = new HealthRoutes(clock);
    }

    List<Route> table() {
        return Stream.of(forScripts(), forBindings(), forTemplates(), forFigures(), forTheRest())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> forScripts() {
        return List.of(
                route("GET", "/governance/scripts", ADMIN, scripts::list),
                route("POST", "/governance/scripts", ADMIN, scripts::create),
                route("GET", "/governance/scripts/{id}", ADMIN, scripts::get),
                route("PUT", "/governance/scripts/{id}", ADMIN, scripts::update),
                route("DELETE", "/governance/scripts/{id}", ADMIN, scripts::delete),
                route("POST", "/governance/scripts/{id}/activate", ADMIN, scripts::activate),
                route("POST", "/governance/scripts/{id}/deactivate", ADMIN, scripts::deactivate),
                route("GET", "/governance/scripts/{id}/versions", ADMIN, versions::list),
                route("POST", "/governance/scripts/{id}/versions", ADMIN, versions::create),
                route("GET", "/governance/scripts/{id}/versions/{n}", ADMIN, versions::get),
                route("GET", "/governance/scripts/{id}/versions/compare", ADMIN, versions::compare),
                route("POST", "/governance/scripts/{id}/rollback", ADMIN, versions::rollback),
                route("POST", "/governance/scripts/validate", ADMIN, testing::validate)
                        .holdingNothing(),
                route("POST", "/governance/scripts/dry-run", ADMIN, testing::dryRun)
                        .holdingNothing(),
                route("POST", "/governance/scripts/{id}/versions/{n}/dry-run", ADMIN, testing::dryRunVersion)
                        .holdingNothing());
    }

    private List<Route> forBindings() {
        return List.of(
                route("GET", "/governance/script-bindings", ADMIN, bindings::list),
                route("POST", "/governance/script-bindings", ADMIN, bindings::create),
                route("GET", "/governance/script-bindings/{id}", ADMIN, bindings::get),
                route("PUT", "/governance/script-bindings/{id}", ADMIN, bindings::update),
                route("DELETE", "/governance/script-bindings/{id}", ADMIN, bindings::delete),
                route("GET", "/governance/connectors/{id}/script-bindings", ADMIN, bindings::ofConnector));
    }

    private List<Route> forTemplates() {
        return List.of(
                route("GET", "/governance/script-templates", ADMIN, templates::list),
                route("POST", "/governance/script-templates", ADMIN, templates::create),
                route("GET", "/governance/script-templates/{id}", ADMIN, templates::get),
                route("PUT", "/governance/script-templates/{id}", ADMIN, templates::update),
                route("DELETE", "/governance/script-templates/{id}", ADMIN, templates::delete),
                route("POST", "/governance/script-templates/{id}/instantiate", ADMIN, templates::instantiate));
    }

    private List<Route> forFigures() {
        return List.of(
                route("GET", "/governance/script-analytics/dashboard", ADMIN, analytics::dashboard),
                route("GET", "/governance/script-analytics/scripts/{id}", ADMIN, analytics::script),
                route("GET", "/governance/script-execution-logs", ADMIN, logs::list),
                route("GET", "/governance/script-execution-logs/{id}", ADMIN, logs::get),
                route("GET", "/governance/script-audit-events", ADMIN, audit::list));
    }

    private List<Route> forTheRest() {
        return List.of(
                route("GET", "/connectors", CREDENTIALS, connectors::list),
                route("POST", "/connectors", CREDENTIALS, connectors::create),
                route("GET", "/connectors/{id}", CREDENTIALS, connectors::get),
                route("DELETE", "/connectors/{id}", CREDENTIALS, connectors::delete),
                route("POST", "/auth/login", TENANT, auth::login),
                route("POST", "/auth/refresh", NOTHING, auth::refresh),
                route("POST", "/auth/logout", NOTHING, auth::logout),
                route("GET", "/livez", NOTHING, health::alive),
                route("GET", "/readyz", NOTHING, health::ready),
                route("GET", "/healthz", NOTHING, health::ready));
    }
}
