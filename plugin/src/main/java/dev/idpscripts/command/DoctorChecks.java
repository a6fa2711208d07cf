package dev.idpscripts.command;

import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.EngineParity;
import dev.idpscripts.check.Runner;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.stored.EvidenceRequest;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.server.Health;
import dev.idpscripts.server.InventoryReader;
import dev.idpscripts.server.Quirks.Quirk;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.login.Credentials;
import dev.idpscripts.server.login.TokenFacts;
import dev.idpscripts.view.Checkup;
import dev.idpscripts.view.ServerCheckup;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The part of the doctor's work that asks: first the way to the server, then the server. */
final class DoctorChecks {

    /** An access token is believed this much longer or shorter (server.md 5.3). */
    private static final Duration MOST_SKEW = Duration.ofSeconds(60);

    private static final String NO_ROLE =
            "Only a login or an API key of a user with the role admin can work here. A token of"
                    + " client_credentials carries no role, and an API key with scopes is refused whatever they are: neither can ever work"
                    + " (server.md 5.4, 5.5). Use an API key without scopes";

    private final Session session;
    private final Checkup checkup;

    /**
     * Makes it.
     *
     * @param checkup takes what is found
     */
    DoctorChecks(Session session, Checkup checkup) {
        this.session = session;
        this.checkup = checkup;
    }

    /** Address, proxy and credentials; whether it is worth asking further. */
    boolean way() {
        Environment chosen = session.environment();
        if (chosen.url().isEmpty()) {
            checkup.good("server", "the embedded one");
            return true;
        }
        URI url = chosen.url().get();
        checkup.good("address", url + ", tenant " + chosen.tenant());
        if (url.getScheme().equals("https")) {
            checkup.good("TLS", "https");
        } else {
            checkup.warn("TLS", "http without encryption", "Only for a server on this machine");
        }
        ProxyRoute route = session.servers().route(url);
        checkup.good("proxy", route.name().orElse("none"));
        return reach(url, route) && credentials(chosen);
    }

    private boolean reach(URI url, ProxyRoute route) {
        Health health = Health.of(url, route);
        if (health.reached().isPresent()) {
            checkup.bad(
                    "connection",
                    health.reached().get(),
                    "Is the address right, the server up, a proxy or certificate missing?");
            return false;
        }
        checkup.good(
                "connection",
                health.status().orElse("an answer") + ", version "
                        + health.version().orElse("not told"));
        health.ahead()
                .filter(ahead -> ahead.abs().compareTo(MOST_SKEW) > 0)
                .ifPresentOrElse(
                        ahead -> checkup.warn(
                                "clock",
                                "the server's is " + ahead.toSeconds() + " s ahead of ours",
                                "Tokens may be taken for expired: set the clocks"),
                        () -> checkup.good("clock", "within a minute of the server's"));
        return true;
    }

    private boolean credentials(Environment chosen) {
        Credentials found;
        try {
            found = session.servers().credentials(chosen);
        } catch (IdpScriptsException e) {
            checkup.bad("credentials", e.what(), "See \"Credentials\" in the README");
            return false;
        }
        TokenFacts facts = TokenFacts.of(found);
        String kind = facts.kind() + " from " + found.source();
        if (facts.expires().filter(end -> end.isBefore(Instant.now())).isPresent()) {
            checkup.bad(
                    "credentials", kind + ", expired at " + facts.expires().get(), "Get a new one, or use an API key");
            return false;
        }
        if (facts.roles().filter(List::isEmpty).isPresent()) {
            checkup.bad("credentials", kind + " without any role", NO_ROLE);
            return false;
        }
        checkup.good(
                "credentials",
                kind
                        + facts.expires().map(end -> ", until " + end).orElse("")
                        + facts.roles()
                                .map(roles -> ", roles " + String.join(", ", roles))
                                .orElse(""));
        return true;
    }

    /** Role, tenant, and what is there. */
    void server(Connection open, Declarations files) {
        UUID tenant = session.environment().tenant();
        InventoryReader reader = session.reader(open);
        Inventory server = reader.read(script -> true);
        checkup.good("role", "may read scripts, bindings and templates, so it is an admin's");
        checkup.good("tenant", "the server answers for " + tenant);
        Inventory informed =
                reader.inform(server, new EvidenceRequest(List.of(), Set.of(), Set.of(), List.of(), server.scripts()));
        ServerCheckup.examine(checkup, server, informed.evidence().wedged(), files);
        // Last, for these probes are the ones that a server may refuse.
        habits(open.server().quirks().ask());
        engine(new ServerRunner(open.server().testing()), tenant);
    }

    private void habits(List<Quirk> quirks) {
        List<String> lost =
                quirks.stream().filter(quirk -> !quirk.found()).map(Quirk::what).toList();
        if (lost.isEmpty()) {
            checkup.good("habits of the server", quirks.size() + " asked for, all as this version knows them");
        } else {
            checkup.warn(
                    "habits of the server",
                    "not as this version knows them any more: " + String.join("; ", lost),
                    "The server may be newer: look for a newer plugin, and read plans with care");
        }
    }

    private void engine(Runner server, UUID tenant) {
        try (RhaiEngine engine = new RhaiEngine()) {
            EngineParity.difference(new EmbeddedRunner(engine, tenant, false), server)
                    .ifPresentOrElse(
                            difference -> checkup.warn(
                                    "engine",
                                    "the server's says something else than the embedded one: " + difference,
                                    "Tests here may not hold there. The goal apply tries each script on the server before it is live"),
                            () -> checkup.good("engine", "the server's says the same as the embedded one"));
        }
    }

    void refused(IdpScriptsException e) {
        checkup.bad("access", e.what(), e.code() == ErrorCode.ROLE_MISSING ? NO_ROLE : e.getMessage());
    }
}
