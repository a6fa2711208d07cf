package dev.idpscripts.plan.guard;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import java.util.Optional;

/** Holds changes that scripts and templates have in common against those that are there now. */
final class NamedStaleness implements NamedChange.Cases<ChangeStatus> {

    private final StoredNow now;
    private final ScriptStaleness scripts;

    NamedStaleness(StoredNow now, ScriptStaleness scripts) {
        this.now = now;
        this.scripts = scripts;
    }

    @Override
    public ChangeStatus rename(NamedChange.Rename c) {
        Optional<StoredNamed> there = now.byId(c.current().id());
        if (there.isEmpty()) {
            return now.gone(c, c.current());
        }
        String name = there.get().name();
        if (name.equals(c.to())) {
            return ChangeStatus.done(c);
        }
        if (!name.equals(c.current().name())) {
            return ChangeStatus.stale(c, "it was renamed to \"" + name + "\"");
        }
        ObjectAddress wanted = c.subject();
        return now.byName(wanted).isPresent()
                ? ChangeStatus.stale(c, "another " + wanted.type() + " has the name \"" + c.to() + "\" now")
                : ChangeStatus.pending(new NamedChange.Rename(there.get(), c.to()));
    }

    @Override
    public ChangeStatus describe(NamedChange.Describe c) {
        Optional<StoredNamed> there = now.byId(c.current().id());
        if (there.isEmpty()) {
            return now.gone(c, c.current());
        }
        String text = there.get().descriptionText();
        if (text.equals(c.to())) {
            return ChangeStatus.done(c);
        }
        return text.equals(c.current().descriptionText())
                ? ChangeStatus.pending(new NamedChange.Describe(there.get(), c.name(), c.to()))
                : ChangeStatus.stale(c, "its description was changed to \"" + text + "\"");
    }

    /** A script may have another description meanwhile, but no other version, name or status; of a template nothing may be other. */
    @Override
    public ChangeStatus delete(NamedChange.Delete c) {
        Optional<StoredNamed> there = now.byId(c.current().id());
        if (there.isEmpty()) {
            return ChangeStatus.done(c);
        }
        if (c.current() instanceof StoredScript planned && there.get() instanceof StoredScript script) {
            return scripts.delete(c, planned, script);
        }
        StoredNamed planned =
                now.isRenamedAway(there.get()) ? there.get().named(c.current().name()) : there.get();
        return planned.equals(c.current())
                ? ChangeStatus.pending(c.of(planned))
                : ChangeStatus.stale(c, "it was changed meanwhile");
    }
}
