package dev.idpscripts.sandbox.rules;

import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.store.Store;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What happens to execution logs when what they are about is deleted: they stay and forget it (server.md 3.1). */
public final class Logs {

    private final Store store;

    public Logs(Store store) {
        this.store = store;
    }

    void forgetScript(UUID script) {
        replace(log -> script.equals(log.scriptId()), log -> with(log, Principal.NIL, log.bindingId()));
    }

    void forgetBinding(UUID binding) {
        replace(log -> binding.equals(log.bindingId()), log -> with(log, log.scriptId(), null));
    }

    private void replace(Predicate<ExecutionLog> which, UnaryOperator<ExecutionLog> change) {
        store.logs().all().filter(which).map(change).toList().forEach(store.logs()::put);
    }

    private static ExecutionLog with(ExecutionLog log, UUID script, UUID binding) {
        return new ExecutionLog(
                log.id(),
                log.tenantId(),
                script,
                binding,
                log.connectorId(),
                log.scriptVersion(),
                log.status(),
                log.dryRun(),
                log.inputContext(),
                log.output(),
                log.error(),
                log.durationMs(),
                log.executedBy(),
                log.executedAt());
    }
}
