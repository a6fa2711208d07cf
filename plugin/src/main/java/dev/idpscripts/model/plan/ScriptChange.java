package dev.idpscripts.model.plan;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.stored.StoredScript;
import java.util.Optional;

/** A change to one script that only scripts know. */
public sealed interface ScriptChange extends Change {

    /** Makes the script and pushes its body: the server takes no body when it makes a script (server.md 3.1). */
    record Create(Script script) implements ScriptChange {}

    /**
     * Pushes a new body as a new version. It is live at once if the script is active (server.md 3.2).
     *
     * @param before the current version's body; empty if the server has no such version
     */
    record Update(StoredScript current, Optional<Body> before, Script script) implements ScriptChange {}

    /**
     * Makes the script active.
     *
     * @param current empty if this plan creates the script
     */
    record Activate(Optional<StoredScript> current, String name) implements ScriptChange {}

    /**
     * Makes the script inactive.
     *
     * @param current empty if this plan creates the script
     */
    record Deactivate(Optional<StoredScript> current, String name) implements ScriptChange {}

    /** One function for each kind of change; whoever handles them all implements this. */
    interface Cases<R> {
        R create(Create change);

        R update(Update change);

        R activate(Activate change);

        R deactivate(Deactivate change);
    }

    /** The one place that tells the kinds apart. */
    default <R> R match(Cases<R> cases) {
        if (this instanceof Create c) {
            return cases.create(c);
        }
        if (this instanceof Update c) {
            return cases.update(c);
        }
        if (this instanceof Activate c) {
            return cases.activate(c);
        }
        return cases.deactivate((Deactivate) this);
    }

    @Override
    default <R> R match(Handlers<R> handlers) {
        return match(handlers.script());
    }

    /** The script whose body it pushes; empty if it pushes none. */
    default Optional<Script> body() {
        if (this instanceof Create c) {
            return Optional.of(c.script());
        }
        return this instanceof Update c ? Optional.of(c.script()) : Optional.empty();
    }

    @Override
    default Kind kind() {
        return match(FACTS).kind();
    }

    @Override
    default Phase phase() {
        return match(FACTS).phase();
    }

    @Override
    default ObjectAddress subject() {
        return ObjectAddress.script(match(FACTS).name());
    }

    @Override
    default Optional<ObjectRef> stored() {
        return match(FACTS)
                .current()
                .map(ObjectRef::of)
                .map(ref -> this instanceof Update update ? ref.with(update.before()) : ref);
    }

    /** What each kind answers to the questions of {@link Change}. */
    record Facts(Kind kind, Phase phase, String name, Optional<StoredScript> current) {}

    /** The answers, as one table. */
    Cases<Facts> FACTS = new Cases<>() {
        @Override
        public Facts create(Create c) {
            return new Facts(Kind.CREATE, Phase.CREATES, c.script().name(), Optional.empty());
        }

        @Override
        public Facts update(Update c) {
            return new Facts(Kind.UPDATE, Phase.BODIES, c.script().name(), Optional.of(c.current()));
        }

        @Override
        public Facts activate(Activate c) {
            return new Facts(Kind.ACTIVATE, Phase.ACTIVATIONS, c.name(), c.current());
        }

        @Override
        public Facts deactivate(Deactivate c) {
            return new Facts(Kind.DEACTIVATE, Phase.DEACTIVATIONS, c.name(), c.current());
        }
    };
}
