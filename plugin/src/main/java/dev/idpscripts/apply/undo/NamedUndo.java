package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.NamedWriter;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.server.NamedApi;
import dev.idpscripts.server.Server;
import java.util.Optional;
import java.util.UUID;

/**
 * Undoes changes that scripts and templates have in common. Each looks at the server first and touches only what it finds as this run
 * left it. Returns what was done, empty if there was nothing to undo.
 */
final class NamedUndo implements NamedChange.Cases<String> {

    private final Server server;
    private final ScriptUndo scripts;
    private final TemplateUndo templates;
    private final NamedWriter writer;
    private final RunState runState;

    NamedUndo(Server server, ScriptUndo scripts, TemplateUndo templates, NamedWriter writer, RunState runState) {
        this.server = server;
        this.scripts = scripts;
        this.templates = templates;
        this.writer = writer;
        this.runState = runState;
    }

    @Override
    public String rename(NamedChange.Rename c) {
        return found(c.current(), runState.now(c.current().id()))
                .filter(now -> now.name().equals(c.to()))
                .map(now -> {
                    writer.rename(new NamedChange.Rename(now, c.current().name()));
                    return "has its old name again";
                })
                .orElse("");
    }

    @Override
    public String describe(NamedChange.Describe c) {
        String old = c.current().descriptionText();
        return found(c.current(), c.current().id())
                .filter(now -> now.descriptionText().equals(c.to()) && !old.equals(c.to()))
                .map(now -> {
                    writer.describe(new NamedChange.Describe(now, c.name(), old));
                    return "has its old description again";
                })
                .orElse("");
    }

    private Optional<StoredNamed> found(StoredNamed was, UUID id) {
        NamedApi api = server.named(was.type());
        return JudgedWriter.found(() -> api.get(id, was.name()));
    }

    /** What was deleted is made again, each in its way. */
    @Override
    public String delete(NamedChange.Delete c) {
        return c.current() instanceof StoredScript script
                ? scripts.restore(c, script)
                : templates.restore((StoredTemplate) c.current());
    }
}
