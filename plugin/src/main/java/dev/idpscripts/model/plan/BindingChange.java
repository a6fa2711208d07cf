package dev.idpscripts.model.plan;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A change to one hook binding. */
public sealed interface BindingChange extends Change {

    /**
     * Makes the binding; the script is active by then.
     *
     * @param storedScript the script to bind; empty if this plan creates it
     */
    record Bind(Binding binding, UUID connectorId, Optional<StoredScript> storedScript) implements BindingChange {}

    /** Changes the settings of a binding in its place. */
    record Rebind(StoredBinding current, Binding binding) implements BindingChange {}

    /** Gives a binding another order on its hook; to a free one on the way, when two change places (server.md 3.3). */
    record Move(StoredBinding current, String script, Slot from, Slot to) implements BindingChange {}

    /** Removes the binding. */
    record Unbind(StoredBinding current, String script, Slot slot) implements BindingChange {}

    /** One function for each kind of change; whoever handles them all implements this. */
    interface Cases<R> {
        R bind(Bind change);

        R rebind(Rebind change);

        R move(Move change);

        R unbind(Unbind change);
    }

    /** The one place that tells the kinds apart. */
    default <R> R match(Cases<R> cases) {
        if (this instanceof Bind c) {
            return cases.bind(c);
        }
        if (this instanceof Rebind c) {
            return cases.rebind(c);
        }
        if (this instanceof Move c) {
            return cases.move(c);
        }
        return cases.unbind((Unbind) this);
    }

    @Override
    default <R> R match(Handlers<R> handlers) {
        return match(handlers.binding());
    }

    @Override
    default Kind kind() {
        return match(FACTS).kind();
    }

    @Override
    default Phase phase() {
        return Phase.BINDINGS;
    }

    /** Where the binding is after the change. */
    default Slot slot() {
        return match(FACTS).slot();
    }

    /** The name of the script that the binding runs. */
    default String script() {
        return match(FACTS).script();
    }

    /** The id of the script that the binding runs; empty if this plan creates it. */
    default Optional<UUID> scriptId() {
        return this instanceof Bind bind
                ? bind.storedScript().map(StoredScript::id)
                : match(FACTS).current().map(StoredBinding::scriptId);
    }

    @Override
    default ObjectAddress subject() {
        return ObjectAddress.binding(slot());
    }

    @Override
    default Optional<ObjectRef> stored() {
        return match(FACTS).current().map(b -> new ObjectRef(b.id(), OptionalInt.empty(), Optional.empty()));
    }

    /** What each kind answers to the questions of {@link Change}. */
    record Facts(Kind kind, Slot slot, String script, Optional<StoredBinding> current) {}

    /** The answers, as one table. */
    Cases<Facts> FACTS = new Cases<>() {
        @Override
        public Facts bind(Bind c) {
            return new Facts(Kind.BIND, c.binding().slot(), c.binding().script(), Optional.empty());
        }

        @Override
        public Facts rebind(Rebind c) {
            return new Facts(Kind.REBIND, c.binding().slot(), c.binding().script(), Optional.of(c.current()));
        }

        @Override
        public Facts move(Move c) {
            return new Facts(Kind.MOVE, c.to(), c.script(), Optional.of(c.current()));
        }

        @Override
        public Facts unbind(Unbind c) {
            return new Facts(Kind.UNBIND, c.slot(), c.script(), Optional.of(c.current()));
        }
    };
}
