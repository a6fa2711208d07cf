package dev.idpscripts.model.plan;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.Optional;

/** A change to one script template that only templates know. */
public sealed interface TemplateChange extends Change {

    /** Makes the template. */
    record Create(Template template) implements TemplateChange {}

    /** Changes body, category or annotations, all in one request. */
    record Update(StoredTemplate current, Template template) implements TemplateChange {}

    /** One function for each kind of change; whoever handles them all implements this. */
    interface Cases<R> {
        R create(Create change);

        R update(Update change);
    }

    /** The one place that tells the kinds apart. */
    default <R> R match(Cases<R> cases) {
        return this instanceof Create c ? cases.create(c) : cases.update((Update) this);
    }

    @Override
    default <R> R match(Handlers<R> handlers) {
        return match(handlers.template());
    }

    /** What the files want. */
    Template template();

    @Override
    default Kind kind() {
        return this instanceof Create ? Kind.CREATE : Kind.UPDATE;
    }

    @Override
    default Phase phase() {
        return Phase.TEMPLATES;
    }

    @Override
    default ObjectAddress subject() {
        return ObjectAddress.template(template().name());
    }

    @Override
    default Optional<ObjectRef> stored() {
        return this instanceof Update c ? Optional.of(ObjectRef.of(c.current())) : Optional.empty();
    }
}
