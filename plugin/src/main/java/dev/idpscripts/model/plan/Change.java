package dev.idpscripts.model.plan;

import dev.idpscripts.model.ObjectAddress;
import java.util.Locale;
import java.util.Optional;

/** One thing that a plan does to one object on the server. */
public sealed interface Change permits NamedChange, ScriptChange, BindingChange, TemplateChange {

    /** What can be done to an object. Written in lower case in JSON. */
    enum Kind {
        CREATE,
        UPDATE,
        RENAME,
        DESCRIBE,
        ACTIVATE,
        DEACTIVATE,
        BIND,
        REBIND,
        MOVE,
        UNBIND,
        DELETE;

        /** Whether the object is gone afterwards. */
        public boolean removes() {
            return this == UNBIND || this == DELETE;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind();

    ObjectAddress subject();

    Phase phase();

    /** The object on the server that this was computed from; empty if there is none yet. */
    Optional<ObjectRef> stored();

    /**
     * Who handles all changes.
     *
     * @param named what scripts and templates have in common
     */
    record Handlers<R>(
            NamedChange.Cases<? extends R> named,
            ScriptChange.Cases<? extends R> script,
            BindingChange.Cases<? extends R> binding,
            TemplateChange.Cases<? extends R> template) {}

    /** Calls the function for what this is. */
    <R> R match(Handlers<R> handlers);

    /** Whether it is about a script; a binding is not. */
    default boolean isOfScript() {
        return subject().type() == ObjectAddress.Type.SCRIPT;
    }
}
