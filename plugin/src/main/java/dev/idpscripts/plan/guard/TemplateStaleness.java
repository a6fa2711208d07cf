package dev.idpscripts.plan.guard;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.Optional;

/** Holds changes to templates against the templates as they are now. */
final class TemplateStaleness implements TemplateChange.Cases<ChangeStatus> {

    private final StoredNow now;

    TemplateStaleness(StoredNow now) {
        this.now = now;
    }

    @Override
    public ChangeStatus create(TemplateChange.Create c) {
        Optional<StoredTemplate> there = now.byName(c.subject()).map(StoredTemplate.class::cast);
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
                && there.holds(wanted.annotations());
    }

    @Override
    public ChangeStatus update(TemplateChange.Update c) {
        Optional<StoredTemplate> there = now.byId(c.current().id()).map(StoredTemplate.class::cast);
        if (there.isEmpty()) {
            return now.gone(c, c.current());
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
}
