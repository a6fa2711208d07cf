package dev.idpscripts.sandbox;

import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.StoredScript;
import java.time.Clock;
import java.util.List;

/** {@code /governance/script-analytics} (server.md 1.5 and 3.7). */
final class AnalyticsRoutes {

    private final Store store;
    private final Scripts scripts;
    private final Clock clock;

    AnalyticsRoutes(Store store, Scripts scripts, Clock clock) {
        this.store = store;
        this.scripts = scripts;
        this.clock = clock;
    }

    Answer dashboard(Call call) {
        return Answer.ok(Figures.dashboard(store.scripts().newestFirst(), recent()));
    }

    Answer script(Call call) {
        StoredScript script = scripts.get(call.id());
        return Answer.ok(Figures.analytics(script, recent()));
    }

    private List<ExecutionLog> recent() {
        return Figures.recent(store.logs().newestFirst(), clock.instant());
    }
}
