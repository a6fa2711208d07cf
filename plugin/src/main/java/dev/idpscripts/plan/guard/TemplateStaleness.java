package dev.idpscripts.plan.guard;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.Optional;

/** Holds changes to templates against the templates as they are now. */
final class TemplateStaleness implements TemplateChange.Cases<ChangeStatus> {

    private final Plan plan;
    private final InventoryIndex index;

    TemplateStaleness(Plan plan, Inventory now) {
        this.plan = plan;
        this.index = now.index();
    }

    /** The template that has the name when this plan's renames are done, as far as it is there already. */
    private Optional<StoredTemplate> byName(String name) {
        return index.template(name).filter(template -> !isRenamedAway(template));
    }

    private boolean isRenamedAway(StoredTemplate template) {
        return plan.changes().stream()
                .anyMatch(c -> c instanceof TemplateChange.Rename rename
                        && rename.current().id().equals(template.id())
                        && !rename.to().equals(template.name()));
    }

    @Override
    public ChangeStatus create(TemplateChange.Create c) {
        Optional<StoredTemplate> there = byName(c.template().name());
        if (there.isEmpty()) {
            return ChangeStatus.pending(c);
        }
        boolean described = c.template()
                .description()
                .filter(text -> !text.equals(there.get().descriptionText()))
                .isEmpty();
        return described && isAs(there.get(), c.template())
                ? ChangeStatus.done(c)
                : ChangeStatus.stale(c, "a template of that name was made meanwhile");
    }

    private static boolean isAs(StoredTemplate there, Template wanted) {
        return new Body(there.templateBody()).equals(wanted.body())
                && there.category() == wanted.category()
                && wanted.annotations()
                        .map(JsonValue::new)
                        .filter(value -> !value.equals(new JsonValue(there.placeholderAnnotations())))
                        .isEmpty();
    }

    @Override
    public ChangeStatus update(TemplateChange.Update c) {
        Optional<StoredTemplate> there = index.template(c.current().id());
        if (there.isEmpty()) {
            return gone(c, c.current().name());
        }
        if (isAs(there.get(), c.template())) {
            return ChangeStatus.done(c);
        }
        boolean same = there.get().templateBody().equals(c.current().templateBody())
                && there.get().category() == c.current().category()
                && new JsonValue(there.get().placeholderAnnotations())
                        .equals(new JsonValue(c.current().placeholderAnnotations()));
        return same
                ? ChangeStatus.pending(new TemplateChange.Update(there.get(), c.template()))
                : ChangeStatus.stale(c, "it was changed meanwhile");
    }

    private ChangeStatus gone(Change change, String name) {
        return ChangeStatus.stale(
                change,
                index.template(name).isPresent()
                        ? "it was deleted, and another one of that name was made"
                        : "it was deleted");
    }

    @Override
    public ChangeStatus rename(TemplateChange.Rename c) {
        Optional<StoredTemplate> there = index.template(c.current().id());
        if (there.isEmpty()) {
            return gone(c, c.current().name());
        }
        String name = there.get().name();
        if (name.equals(c.to())) {
            return ChangeStatus.done(c);
        }
        if (!name.equals(c.current().name())) {
            return ChangeStatus.stale(c, "it was renamed to \"" + name + "\"");
        }
        return byName(c.to()).isPresent()
                ? ChangeStatus.stale(c, "another template has the name \"" + c.to() + "\" now")
                : ChangeStatus.pending(new TemplateChange.Rename(there.get(), c.to()));
    }

    @Override
    public ChangeStatus describe(TemplateChange.Describe c) {
        Optional<StoredTemplate> there = index.template(c.current().id());
        if (there.isEmpty()) {
            return gone(c, c.current().name());
        }
        String text = there.get().descriptionText();
        if (text.equals(c.to())) {
            return ChangeStatus.done(c);
        }
        return text.equals(c.current().descriptionText())
                ? ChangeStatus.pending(new TemplateChange.Describe(there.get(), c.name(), c.to()))
                : ChangeStatus.stale(c, "its description was changed to \"" + text + "\"");
    }

    @Override
    public ChangeStatus delete(TemplateChange.Delete c) {
        Optional<StoredTemplate> there = index.template(c.current().id());
        if (there.isEmpty()) {
            return ChangeStatus.done(c);
        }
        String name = c.current().name();
        StoredTemplate planned = isRenamedAway(there.get()) ? there.get().named(name) : there.get();
        return planned.equals(c.current())
                ? ChangeStatus.pending(new TemplateChange.Delete(planned))
                : ChangeStatus.stale(c, "it was changed meanwhile");
    }
}
