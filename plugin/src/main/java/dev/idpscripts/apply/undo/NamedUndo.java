package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.Verdict;
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
    private final JudgedWriter writes;
    private final RunState runState;

    NamedUndo(Server server, ScriptUndo scripts, TemplateUndo templates, JudgedWriter writes, RunState runState) {
        this.server = server;
        this.scripts = scripts;
        this.templates = templates;
        this.writes = writes;
        this.runState = runState;
    }

    @Override
    public String rename(NamedChange.Rename c) {
        UUID id = runState.now(c.current().id());
        String old = c.current().name();
        NamedApi api = server.named(c.current().type());
        Optional<StoredNamed> now = JudgedWriter.found(() -> api.get(id, old));
        if (now.filter(s -> s.name().equals(c.to())).isEmpty()) {
            return "";
        }
        writes.<StoredNamed>send(
                c,
                "undo: rename",
                () -> api.rename(id, c.to(), old),
                () -> Verdict.doneIf(JudgedWriter.found(() -> api.get(id, old)), s -> s.name()
                        .equals(old)));
        return "has its old name again";
    }

    @Override
    public String describe(NamedChange.Describe c) {
        UUID id = c.current().id();
        String old = c.current().descriptionText();
        NamedApi api = server.named(c.current().type());
        Optional<StoredNamed> now = JudgedWriter.found(() -> api.get(id, c.name()));
        if (now.filter(s -> s.descriptionText().equals(c.to())).isEmpty() || old.equals(c.to())) {
            return "";
        }
        writes.<StoredNamed>send(
                c,
                "undo: describe",
                () -> api.describe(id, c.name(), old),
                () -> Verdict.doneIf(JudgedWriter.found(() -> api.get(id, c.name())), s -> s.descriptionText()
                        .equals(old)));
        return "has its old description again";
    }

    /** What was deleted is made again, each in its way. */
    @Override
    public String delete(NamedChange.Delete c) {
        return c.current() instanceof StoredScript script
                ? scripts.restore(c, script)
                : templates.restore(c, (StoredTemplate) c.current());
    }
}
