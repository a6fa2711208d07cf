package dev.idpscripts.model.plan;

import dev.idpscripts.model.ObjectAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** One thing that a plan does to one object on the server. */
public sealed interface Change permits ScriptChange, BindingChange, TemplateChange {

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

    /** Calls the function for what this is. */
    <R> R match(
            Function<ScriptChange, R> script, Function<BindingChange, R> binding, Function<TemplateChange, R> template);
}
