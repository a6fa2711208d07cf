package dev.idpscripts.model.plan;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A change to one script template. */
public sealed interface TemplateChange extends Change {

    /** Makes the template. */
    record Create(Template template) implements TemplateChange {}

    /** Changes body, category or annotations, all in one request. */
    record Update(StoredTemplate current, Template template) implements TemplateChange {}

    /** Gives the template another name. */
    record Rename(StoredTemplate current, String to) implements TemplateChange {}

    /** Changes the description; to the empty text if need be, since it cannot be removed (server.md 3.4). */
    record Describe(StoredTemplate current, String name, String to) implements TemplateChange {}

    /** Deletes the template; scripts made from it stay. */
    record Delete(StoredTemplate current) implements TemplateChange {}

    /** One function for each kind of change; whoever handles them all implements this. */
    interface Cases<R> {
        R create(Create change);

        R update(Update change);

        R rename(Rename change);

        R describe(Describe change);

        R delete(Delete change);
    }

    /** The one place that tells the kinds apart. */
    default <R> R match(Cases<R> cases) {
        if (this instanceof Create c) {
            return cases.create(c);
        }
        if (this instanceof Update c) {
            return cases.update(c);
        }
        if (this instanceof Rename c) {
            return cases.rename(c);
        }
        if (this instanceof Describe c) {
            return cases.describe(c);
        }
        return cases.delete((Delete) this);
    }

    @Override
    default <R> R match(
            Function<ScriptChange, R> script,
            Function<BindingChange, R> binding,
            Function<TemplateChange, R> template) {
        return template.apply(this);
    }

    @Override
    default Kind kind() {
        return match(FACTS).kind();
    }

    @Override
    default Phase phase() {
        return kind() == Kind.DELETE ? Phase.DELETES : Phase.TEMPLATES;
    }

    @Override
    default ObjectAddress subject() {
        return ObjectAddress.template(match(FACTS).name());
    }

    @Override
    default Optional<ObjectRef> stored() {
        return match(FACTS)
                .current()
                .map(t -> new ObjectRef(t.id(), OptionalInt.empty(), Optional.of(new Body(t.templateBody()).sha256())));
    }

    /** What each kind answers to the questions of {@link Change}. */
    record Facts(Kind kind, String name, Optional<StoredTemplate> current) {}

    /** The answers, as one table. */
    Cases<Facts> FACTS = new Cases<>() {
        @Override
        public Facts create(Create c) {
            return new Facts(Kind.CREATE, c.template().name(), Optional.empty());
        }

        @Override
        public Facts update(Update c) {
            return new Facts(Kind.UPDATE, c.template().name(), Optional.of(c.current()));
        }

        @Override
        public Facts rename(Rename c) {
            return new Facts(Kind.RENAME, c.to(), Optional.of(c.current()));
        }

        @Override
        public Facts describe(Describe c) {
            return new Facts(Kind.DESCRIBE, c.name(), Optional.of(c.current()));
        }

        @Override
        public Facts delete(Delete c) {
            return new Facts(Kind.DELETE, c.current().name(), Optional.of(c.current()));
        }
    };
}
