package dev.idpscripts.plan.guard;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.guard.ChangeStatus.State;
import java.util.Optional;
import java.util.UUID;

/** Holds changes to scripts against the scripts as they are now. */
final class ScriptStaleness implements ScriptChange.Cases<ChangeStatus> {

    private final Plan plan;
    private final Inventory now;
    private final InventoryIndex index;

    ScriptStaleness(Plan plan, Inventory now) {
        this.plan = plan;
        this.now = now;
        this.index = now.index();
    }

    /** The script that has the name when this plan's renames are done, as far as it is there already. */
    Optional<StoredScript> byName(String name) {
        return index.script(name).filter(script -> !isRenamedAway(script));
    }

    Optional<StoredScript> byId(UUID id) {
        return index.script(id);
    }

    /** An inactive script that is bound is active in between: that part is done when nothing is left to bind. */
    ChangeStatus status(ScriptChange change, BindingStaleness bindings) {
        boolean passing = plan.changes().stream()
                        .anyMatch(c -> c instanceof ScriptChange.Deactivate
                                && c.subject().equals(change.subject()))
                && plan.changes().stream()
                        .anyMatch(c -> c instanceof ScriptChange.Activate
                                && c.subject().equals(change.subject()));
        if (!passing || !(change instanceof ScriptChange.Activate || change instanceof ScriptChange.Deactivate)) {
            return change.match(this);
        }
        boolean leftToBind = plan.changes().stream()
                .filter(c -> c instanceof BindingChange.Bind bind
                        && bind.script().equals(change.subject().name()))
                .map(c -> ((BindingChange.Bind) c).match(bindings).state())
                .anyMatch(State.PENDING::equals);
        ScriptStatus status = found(change).map(StoredScript::status).orElse(ScriptStatus.DRAFT);
        Change fresh = change instanceof ScriptChange.Activate a
                ? new ScriptChange.Activate(found(change), a.name())
                : new ScriptChange.Deactivate(found(change), change.subject().name());
        boolean done = change instanceof ScriptChange.Activate
                ? !leftToBind && status != ScriptStatus.DRAFT
                : !leftToBind && status == ScriptStatus.INACTIVE;
        return done ? ChangeStatus.done(fresh) : ChangeStatus.pending(fresh);
    }

    private Optional<StoredScript> found(ScriptChange change) {
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

    /** Whether this plan gives the script another name first. */
    private boolean isRenamedAway(StoredScript script) {
        return plan.changes().stream()
                .anyMatch(c -> c instanceof ScriptChange.Rename rename
                        && rename.current().id().equals(script.id())
                        && !rename.to().equals(script.name()));
    }

    @Override
    public ChangeStatus update(ScriptChange.Update c) {
        Optional<StoredScript> there = byId(c.current().id());
        if (there.isEmpty()) {
            return gone(c, c.current().name());
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

    private ChangeStatus gone(Change change, String name) {
        return ChangeStatus.stale(
                change,
                byName(name).isPresent() ? "it was deleted, and another one of that name was made" : "it was deleted");
    }

    @Override
    public ChangeStatus rename(ScriptChange.Rename c) {
        Optional<StoredScript> there = byId(c.current().id());
        if (there.isEmpty()) {
            return gone(c, c.current().name());
        }
        String name = there.get().name();
        if (name.equals(c.to())) {
            return ChangeStatus.done(c);
        }
        if (!name.equals(c.current().name())) {
            return ChangeStatus.stale(c, "it was renamed to \"" + name + "\"");
        }
        return byName(c.to()).isPresent()
                ? ChangeStatus.stale(c, "another script has the name \"" + c.to() + "\" now")
                : ChangeStatus.pending(new ScriptChange.Rename(there.get(), c.to()));
    }

    @Override
    public ChangeStatus describe(ScriptChange.Describe c) {
        Optional<StoredScript> there = byId(c.current().id());
        if (there.isEmpty()) {
            return gone(c, c.current().name());
        }
        String text = there.get().descriptionText();
        if (text.equals(c.to())) {
            return ChangeStatus.done(c);
        }
        return text.equals(c.current().descriptionText())
                ? ChangeStatus.pending(new ScriptChange.Describe(there.get(), c.name(), c.to()))
                : ChangeStatus.stale(c, "its description was changed to \"" + text + "\"");
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
            return planned.map(script -> gone(change, script.name()));
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

    @Override
    public ChangeStatus delete(ScriptChange.Delete c) {
        Optional<StoredScript> there = byId(c.current().id());
        if (there.isEmpty()) {
            return ChangeStatus.done(c);
        }
        boolean same = there.get().currentVersion() == c.current().currentVersion()
                && (there.get().name().equals(c.current().name()) || isRenamedAway(there.get()));
        if (!same) {
            return newer(c, c.current(), there.get());
        }
        return there.get().status() == c.current().status()
                ? ChangeStatus.pending(
                        new ScriptChange.Delete(there.get().named(c.current().name())))
                : ChangeStatus.stale(c, "it was made " + there.get().status() + " meanwhile");
    }

    private Optional<StoredVersion> current(StoredScript script) {
        return Optional.ofNullable(now.current().get(script.id()));
    }

    private static Optional<Body> body(Optional<StoredVersion> version) {
        return version.map(StoredVersion::scriptBody).map(Body::new);
    }
}
