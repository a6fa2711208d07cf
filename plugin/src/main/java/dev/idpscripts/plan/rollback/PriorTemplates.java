package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.List;
import java.util.Optional;

/** Says how the templates were before a run. */
final class PriorTemplates {

    private final List<RecordedChange> done;
    private final InventoryIndex server;

    PriorTemplates(List<RecordedChange> done, Inventory server) {
        this.done = done;
        this.server = server.index();
    }

    void declare(PriorState before) {
        ChangedInPlace<StoredTemplate> touched = new ChangedInPlace<>();
        for (RecordedChange each : done) {
            Change change = each.change();
            if (change instanceof TemplateChange.Create create) {
                made(each, create.template().name()).ifPresent(template -> before.madeTemplate(template.name()));
            } else if (change instanceof TemplateChange.Update update) {
                touched.add(update.current().id(), update.current(), change.kind());
            } else if (change instanceof NamedChange named && named.current() instanceof StoredTemplate current) {
                if (change.kind().removes()) {
                    deleted(current, before);
                } else {
                    touched.add(current.id(), current, change.kind());
                }
            }
        }
        touched.all().forEach(each -> changed(each, before));
    }

    private Optional<StoredTemplate> made(RecordedChange creation, String name) {
        return creation.made().isPresent()
                ? server.template(creation.made().get())
                // Its id was never heard. One with the same body, which nobody changed, is taken for it.
                : server.template(name)
                        .filter(template -> !template.wasChanged()
                                && creation.sha256()
                                        .filter(new Body(template.templateBody()).sha256()::equals)
                                        .isPresent());
    }

    private void deleted(StoredTemplate template, PriorState before) {
        if (server.template(template.id()).isPresent()) {
            return;
        }
        if (server.template(template.name()).isPresent()) {
            before.remark("template " + template.name() + " was deleted by that run and is there again, made since");
            return;
        }
        before.template(
                declared(template, template.name(), Optional.empty(), Optional.ofNullable(template.description())));
    }

    private void changed(ChangedInPlace.Old<StoredTemplate> each, PriorState before) {
        StoredTemplate was = each.before();
        StoredTemplate now = server.template(was.id()).orElse(null);
        if (now == null) {
            before.refuse("template " + was.name() + ": it was deleted since");
            return;
        }
        boolean updated = each.was(Change.Kind.UPDATE);
        String name = each.was(Change.Kind.RENAME) ? was.name() : now.name();
        if (updated && was.placeholderAnnotations() == null && now.placeholderAnnotations() != null) {
            before.remark("template " + now.name() + " keeps its annotations, which the server cannot take away");
        }
        before.template(declared(
                updated ? was : now,
                name,
                Optional.of(now.name()).filter(current -> !current.equals(name)),
                each.was(Change.Kind.DESCRIBE) ? Optional.of(was.descriptionText()) : Optional.empty()));
    }

    private static Template declared(
            StoredTemplate content, String name, Optional<String> renamedFrom, Optional<String> description) {
        return new Template(
                name,
                renamedFrom,
                description,
                content.category(),
                new Body(content.templateBody()),
                Optional.ofNullable(content.placeholderAnnotations()),
                PriorState.JOURNAL,
                PriorState.JOURNAL);
    }
}
