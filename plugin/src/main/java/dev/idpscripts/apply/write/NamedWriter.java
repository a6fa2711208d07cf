package dev.idpscripts.apply.write;

import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.server.NamedApi;
import dev.idpscripts.server.Server;
import java.util.UUID;

/** Carries out changes that scripts and templates have in common. Each method returns a remark for the report, mostly empty. */
public final class NamedWriter implements NamedChange.Cases<String> {

    private final Server server;
    private final JudgedWriter writes;
    private final RunState runState;

    public NamedWriter(Server server, JudgedWriter writes, RunState runState) {
        this.server = server;
        this.writes = writes;
        this.runState = runState;
    }

    @Override
    public String rename(NamedChange.Rename change) {
        StoredNamed old = change.current();
        NamedApi api = server.named(old.type());
        writes.<StoredNamed>send(
                change,
                "rename",
                () -> api.rename(old.id(), old.name(), change.to()),
                () -> Verdict.doneIf(JudgedWriter.found(() -> api.get(old.id(), old.name())), now -> now.name()
                        .equals(change.to())));
        return "";
    }

    @Override
    public String describe(NamedChange.Describe change) {
        UUID id = change.current().id();
        NamedApi api = server.named(change.current().type());
        writes.<StoredNamed>send(
                change,
                "describe",
                () -> api.describe(id, change.name(), change.to()),
                () -> Verdict.doneIf(JudgedWriter.found(() -> api.get(id, change.name())), now -> now.descriptionText()
                        .equals(change.to())));
        return "";
    }

    @Override
    public String delete(NamedChange.Delete change) {
        StoredNamed old = change.current();
        // What is taken back is never taken back again.
        if (old instanceof StoredScript script && !writes.isUndoing()) {
            keep(change, script);
        }
        NamedApi api = server.named(old.type());
        writes.remove(change, "delete", () -> api.delete(old.id(), old.name()), () -> JudgedWriter.found(
                        () -> api.get(old.id(), old.name()))
                .isEmpty());
        return "";
    }

    /** A script's body goes with it; a template's stands in the change itself. */
    private void keep(NamedChange.Delete change, StoredScript script) {
        server.versions()
                .get(script.id(), script.name(), script.currentVersion())
                .ifPresent(version -> {
                    runState.deleting(script.id(), version);
                    writes.keep(change, version);
                });
    }
}
