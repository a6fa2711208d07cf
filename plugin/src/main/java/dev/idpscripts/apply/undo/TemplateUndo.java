package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.TemplateWriter;
import dev.idpscripts.apply.write.Verdict;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.plan.rollback.Recreate;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.TemplatesApi;
import java.util.Optional;
import java.util.UUID;

/**
 * Undoes changes to templates. Each looks at the server first and touches only what it finds as this run left it. Returns what was
 * done, empty if there was nothing to undo.
 */
final class TemplateUndo implements TemplateChange.Cases<String> {

    private final TemplatesApi templates;
    private final JudgedWriter writes;
    private final RunState runState;

    TemplateUndo(Server server, JudgedWriter writes, RunState runState) {
        this.templates = server.templates();
        this.writes = writes;
        this.runState = runState;
    }

    @Override
    public String create(TemplateChange.Create c) {
        String name = c.template().name();
        Optional<StoredTemplate> found = runState.made(c)
                .map(id -> JudgedWriter.found(() -> templates.get(id, name)))
                .orElseGet(
                        () -> writes.isUnknown(c) || writes.isAnybodys(c) ? templates.byName(name) : Optional.empty());
        if (found.filter(t -> TemplateWriter.made(t, c.template())).isEmpty()) {
            return "";
        }
        UUID id = found.get().id();
        if (writes.isAnybodys(c)) {
            throw CannotUndo.anybodys("DELETE /governance/script-templates/" + id);
        }
        writes.remove(c, "undo: delete", () -> templates.delete(id, name), () -> JudgedWriter.found(
                        () -> templates.get(id, name))
                .isEmpty());
        return "deleted again";
    }

    @Override
    public String update(TemplateChange.Update c) {
        UUID id = c.current().id();
        Template old = Recreate.template(c.current());
        Optional<StoredTemplate> now = JudgedWriter.found(() -> templates.get(id, old.name()));
        if (now.filter(t -> TemplateWriter.holds(t, c.template())).isEmpty()) {
            return "";
        }
        writes.send(
                c,
                "undo: update",
                () -> templates.update(id, old),
                () -> Verdict.doneIf(
                        JudgedWriter.found(() -> templates.get(id, old.name())), t -> TemplateWriter.holds(t, old)));
        boolean annotated =
                old.annotations().isEmpty() && c.template().annotations().isPresent();
        return "has its old content again"
                + (annotated ? ", but keeps its annotations, which the server cannot take away" : "");
    }

    /** A deleted template is made again, with another id. */
    String restore(NamedChange.Delete c, StoredTemplate old) {
        if (JudgedWriter.found(() -> templates.get(old.id(), old.name())).isPresent()) {
            return "";
        }
        if (templates.byName(old.name()).isPresent()) {
            throw CannotUndo.because("somebody else made a template of that name", "POST /governance/script-templates");
        }
        Template wanted = Recreate.template(old);
        StoredTemplate made = writes.make(
                c,
                "undo: create",
                StoredTemplate::id,
                () -> templates.create(wanted),
                () -> Verdict.doneIf(templates.byName(old.name()), t -> TemplateWriter.holds(t, wanted)));
        return "made again with the id " + made.id();
    }
}
