package dev.idpscripts.sandbox.routes;

import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.rules.Figures;
import dev.idpscripts.sandbox.rules.Scripts;
import dev.idpscripts.sandbox.store.Store;
import java.time.Clock;
import java.util.List;

/** {@code /governance/script-analytics} (server.md 1.5 and 3.7). */
public final class AnalyticsRoutes {

    private final Store store;
    private final Scripts scripts;
    private final Clock clock;

    public AnalyticsRoutes(Store store, Scripts scripts, Clock clock) {
        this.store = store;
        this.scripts = scripts;
        this.clock = clock;
    }

    public Answer dashboard(Call call) {
        return Answer.ok(Figures.dashboard(store.scripts().newestFirst(), recent()));
    }

    public Answer script(Call call) {
        StoredScript script = scripts.get(call.id());
        return Answer.ok(Figures.analytics(script, recent()));
    }

    private List<ExecutionLog> recent() {
        return Figures.recent(store.logs().newestFirst(), clock.instant());
    }
}
