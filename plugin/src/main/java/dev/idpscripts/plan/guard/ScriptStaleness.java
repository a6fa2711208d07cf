package dev.idpscripts.plan.guard;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.guard.ChangeStatus.State;
import java.util.Optional;
import java.util.UUID;

/** Holds changes to scripts against the scripts as they are now. */
final class ScriptStaleness implements ScriptChange.Cases<ChangeStatus> {

    private final Plan plan;
    private final Inventory now;
    private final StoredNow stored;

    ScriptStaleness(Plan plan, Inventory now, StoredNow stored) {
        this.plan = plan;
        this.now = now;
        this.stored = stored;
    }

    /** The script that has the name when this plan's renames are done, as far as it is there already. */
    Optional<StoredScript> byName(String name) {
        return stored.byName(ObjectAddress.script(name)).map(StoredScript.class::cast);
    }

    Optional<StoredScript> byId(UUID id) {
        return stored.byId(id).map(StoredScript.class::cast);
    }

    /**
     * An inactive script that is bound is active in between: that part is done when nothing is left to bind. Empty for all other
     * changes.
     */
    Optional<ChangeStatus> passing(Change change, BindingStaleness bindings) {
        if (!(change instanceof ScriptChange.Activate || change instanceof ScriptChange.Deactivate)) {
            return Optional.empty();
        }
        boolean passing = plan.changes().stream()
                        .anyMatch(c -> c instanceof ScriptChange.Deactivate
                                && c.subject().equals(change.subject()))
                && plan.changes().stream()
                        .anyMatch(c -> c instanceof ScriptChange.Activate
                                && c.subject().equals(change.subject()));
        if (!passing) {
            return Optional.empty();
        }
        boolean leftToBind = plan.changes().stream()
                .filter(c -> c instanceof BindingChange.Bind bind
                        && bind.script().equals(change.subject().name()))
                .map(c -> ((BindingChange.Bind) c).match(bindings).state())
                .anyMatch(State.PENDING::equals);
        Optional<StoredScript> there = found(change);
        ScriptStatus status = there.map(StoredScript::status).orElse(ScriptStatus.DRAFT);
        Change fresh = change instanceof ScriptChange.Activate a
                ? new ScriptChange.Activate(there, a.name())
                : new ScriptChange.Deactivate(there, change.subject().name());
        boolean done = change instanceof ScriptChange.Activate
                ? status == ScriptStatus.ACTIVE || (!leftToBind && status != ScriptStatus.DRAFT)
                : !leftToBind && status == ScriptStatus.INACTIVE;
        return Optional.of(done ? ChangeStatus.done(fresh) : ChangeStatus.pending(fresh));
    }

    private Optional<StoredScript> found(Change change) {
        return change.stored().isPresent()
                ? byId(change.stored().get().id())
                : byName(change.subject().name());
    }

    @Override
    public ChangeStatus create(ScriptChange.Create c) {
        Optional<StoredScript> there = byName(c.script().name());
        if (there.isEmpty()) {
            return ChangeStatus.pending(c);
        }
        Optional<StoredVersion> version = current(there.get());
        if (body(version).filter(c.script().body()::equals).isPresent()) {
            return ChangeStatus.done(c);
        }
        boolean unfinished = there.get().status() == ScriptStatus.DRAFT
                && there.get().currentVersion() == 1
                && version.filter(v -> !v.holdsStub()).isEmpty();
        return unfinished
                ? ChangeStatus.pending(new ScriptChange.Update(there.get(), body(version), c.script()))
                : ChangeStatus.stale(c, "a script of that name was made meanwhile");
    }

    @Override
    public ChangeStatus update(ScriptChange.Update c) {
        Optional<StoredScript> there = byId(c.current().id());
        if (there.isEmpty()) {
            return stored.gone(c, c.current());
        }
        Optional<StoredVersion> version = current(there.get());
        if (body(version).filter(c.script().body()::equals).isPresent()) {
            return ChangeStatus.done(c);
        }
        return there.get().currentVersion() == c.current().currentVersion()
                        && body(version).equals(c.before())
                ? ChangeStatus.pending(new ScriptChange.Update(there.get(), c.before(), c.script()))
                : newer(c, c.current(), there.get());
    }

    private ChangeStatus newer(Change change, StoredScript planned, StoredScript there) {
        String who = current(there).map(Edit::of).map(edit -> edit + "; ").orElse("");
        return ChangeStatus.stale(
                change,
                who + "the server has version " + there.currentVersion() + ", the plan was made for version "
                        + planned.currentVersion());
    }

    @Override
    public ChangeStatus activate(ScriptChange.Activate c) {
        return status(c, c.current(), ScriptStatus.ACTIVE)
                .orElseGet(() -> ChangeStatus.pending(new ScriptChange.Activate(found(c), c.name())));
    }

    @Override
    public ChangeStatus deactivate(ScriptChange.Deactivate c) {
        return status(c, c.current(), ScriptStatus.INACTIVE)
                .orElseGet(() -> ChangeStatus.pending(new ScriptChange.Deactivate(found(c), c.name())));
    }

    /** Empty if the change is still to be made. */
    private Optional<ChangeStatus> status(ScriptChange change, Optional<StoredScript> planned, ScriptStatus wanted) {
        Optional<StoredScript> there = found(change);
        if (there.isEmpty()) {
            return planned.map(script -> stored.gone(change, script));
        }
        ScriptStatus status = there.get().status();
        ScriptStatus before = planned.map(StoredScript::status).orElse(ScriptStatus.DRAFT);
        if (status == wanted) {
            return Optional.of(ChangeStatus.done(change));
        }
        return status == before
                ? Optional.empty()
                : Optional.of(ChangeStatus.stale(change, "it was made " + status + " meanwhile"));
    }

    /** A script that is still there. */
    ChangeStatus delete(NamedChange.Delete c, StoredScript planned, StoredScript there) {
        boolean same = there.currentVersion() == planned.currentVersion()
                && (there.name().equals(planned.name()) || stored.isRenamedAway(there));
        if (!same && there.currentVersion() == planned.currentVersion()) {
            return ChangeStatus.stale(c, "it was renamed to \"" + there.name() + "\"");
        }
        if (!same) {
            return newer(c, planned, there);
        }
        return there.status() == planned.status()
                ? ChangeStatus.pending(c.of(there.named(planned.name())))
                : ChangeStatus.stale(c, "it was made " + there.status() + " meanwhile");
    }

    private Optional<StoredVersion> current(StoredScript script) {
        return Optional.ofNullable(now.current().get(script.id()));
    }

    private static Optional<Body> body(Optional<StoredVersion> version) {
        return version.map(StoredVersion::scriptBody).map(Body::new);
    }
}
