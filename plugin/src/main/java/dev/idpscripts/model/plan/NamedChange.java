package dev.idpscripts.model.plan;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.Optional;

/** A change to one script or template that is the same for both. */
public sealed interface NamedChange extends Change {

    /** Gives the object another name; id, history and bindings stay. */
    record Rename(StoredNamed current, String to) implements NamedChange {}

    /** Changes the description; to the empty text if need be, since it cannot be removed (server.md 3.1, 3.4). */
    record Describe(StoredNamed current, String name, String to) implements NamedChange {}

    /**
     * Deletes the object. A script goes with all its versions, and its bindings are gone before; scripts made from a template
     * stay.
     *
     * @param before the body that goes; empty where it was not read
     */
    record Delete(StoredNamed current, Optional<Body> before) implements NamedChange {

        /** For a script whose body nobody reads, and for a template, which has its body itself. */
        public Delete(StoredNamed current) {
            this(
                    current,
                    current instanceof StoredTemplate template
                            ? Optional.of(new Body(template.templateBody()))
                            : Optional.empty());
        }

        /** The same for the object as it is now. */
        public Delete of(StoredNamed now) {
            return new Delete(now, before);
        }
    }

    /** One function for each kind of change; whoever handles them all implements this. */
    interface Cases<R> {
        R rename(Rename change);

        R describe(Describe change);

        R delete(Delete change);
    }

    /** The one place that tells the kinds apart. */
    default <R> R match(Cases<R> cases) {
        if (this instanceof Rename c) {
            return cases.rename(c);
        }
        return this instanceof Describe c ? cases.describe(c) : cases.delete((Delete) this);
    }

    @Override
    default <R> R match(Handlers<R> handlers) {
        return match(handlers.named());
    }

    /** The object as it was when the plan was made. */
    StoredNamed current();

    @Override
    default Kind kind() {
        if (this instanceof Rename) {
            return Kind.RENAME;
        }
        return this instanceof Describe ? Kind.DESCRIBE : Kind.DELETE;
    }

    /** Templates hang together with nothing, so what changes them comes in one phase. */
    @Override
    default Phase phase() {
        if (this instanceof Delete) {
            return Phase.DELETES;
        }
        if (current().type() == ObjectAddress.Type.TEMPLATE) {
            return Phase.TEMPLATES;
        }
        return this instanceof Rename ? Phase.RENAMES : Phase.BODIES;
    }

    @Override
    default ObjectAddress subject() {
        if (this instanceof Rename c) {
            return c.current().named(c.to()).address();
        }
        return this instanceof Describe c
                ? c.current().named(c.name()).address()
                : current().address();
    }

    @Override
    default Optional<ObjectRef> stored() {
        return Optional.of(ObjectRef.of(current()));
    }
}
