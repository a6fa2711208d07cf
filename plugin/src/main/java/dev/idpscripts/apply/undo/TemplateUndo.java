package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.JudgedWriter;
import dev.idpscripts.apply.write.NamedWriter;
import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.apply.write.TemplateWriter;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.plan.rollback.Recreate;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.TemplatesApi;
import java.util.Optional;

/**
 * Undoes changes to templates. Each looks at the server first and touches only what it finds as this run left it. Returns what was
 * done, empty if there was nothing to undo.
 */
final class TemplateUndo implements TemplateChange.Cases<String> {

    private final TemplatesApi templates;
    private final JudgedWriter writes;
    private final NamedWriter named;
    private final TemplateWriter writer;
    private final RunState runState;

    TemplateUndo(Server server, JudgedWriter writes, NamedWriter named, RunState runState) {
        this.templates = server.templates();
        this.writes = writes;
        this.named = named;
        this.writer = new TemplateWriter(server, writes, runState);
        this.runState = runState;
    }

    @Override
    public String create(TemplateChange.Create c) {
        String name = c.template().name();
        Optional<StoredTemplate> found = runState.made(c)
                .map(id -> JudgedWriter.found(() -> templates.get(id, name)))
                .orElseGet(
                        () -> writes.isUnknown(c) || writes.isAnybodys(c) ? templates.byName(name) : Optional.empty())
                .filter(now -> TemplateWriter.made(now, c.template()));
        if (found.isPresent() && writes.isAnybodys(c)) {
            throw CannotUndo.anybodys(
                    "DELETE /governance/script-templates/" + found.get().id());
        }
        return found.map(now -> {
                    named.delete(new NamedChange.Delete(now));
                    return "deleted again";
                })
                .orElse("");
    }

    @Override
    public String update(TemplateChange.Update c) {
        StoredTemplate old = c.current();
        Optional<StoredTemplate> now = JudgedWriter.found(() -> templates.get(old.id(), old.name()))
                .filter(each -> TemplateWriter.holds(each, c.template()));
        if (now.isEmpty()) {
            return "";
        }
        writer.update(new TemplateChange.Update(now.get(), Recreate.template(old)));
        boolean annotated = old.placeholderAnnotations() == null
                && c.template().annotations().isPresent();
        return "has its old content again"
                + (annotated ? ", but keeps its annotations, which the server cannot take away" : "");
    }

    /** A deleted template is made again, with another id. */
    String restore(StoredTemplate old) {
        if (JudgedWriter.found(() -> templates.get(old.id(), old.name())).isPresent()) {
            return "";
        }
        if (templates.byName(old.name()).isPresent()) {
            throw CannotUndo.because("somebody else made a template of that name", "POST /governance/script-templates");
        }
        TemplateChange.Create again = new TemplateChange.Create(Recreate.template(old));
        writer.create(again);
        return "made again with the id " + runState.made(again).orElseThrow();
    }
}
