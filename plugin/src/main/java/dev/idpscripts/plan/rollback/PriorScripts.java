package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says how the scripts were before a run: names, descriptions and statuses, and which were there at all. */
final class PriorScripts {

    private static final Body ANY = Body.STUB;

    private final List<RecordedChange> done;
    private final DriftSinceApply since;
    private final InventoryIndex server;
    private final ChangedInPlace<StoredScript> touched = new ChangedInPlace<>();
    private final Set<String> made;
    private final Set<String> deleted;

    PriorScripts(List<RecordedChange> done, Inventory server, DriftSinceApply since) {
        this.done = done;
        this.since = since;
        this.server = server.index();
        this.made = names(Change.Kind.CREATE);
        this.deleted = names(Change.Kind.DELETE);
        done.forEach(each -> collect(each.change()));
    }

    private Set<String> names(Change.Kind kind) {
        return done.stream()
                .map(RecordedChange::change)
                .filter(change -> change.isOfScript() && change.kind() == kind)
                .map(change -> change.subject().name())
                .collect(Collectors.toSet());
    }

    private void collect(Change change) {
        if (change instanceof ScriptChange script) {
            script.match(ScriptChange.FACTS)
                    .current()
                    .ifPresent(current -> touched.add(current.id(), current, change.kind()));
        } else if (change instanceof NamedChange named
                && !change.kind().removes()
                && named.current() instanceof StoredScript current) {
            touched.add(current.id(), current, change.kind());
        }
    }

    /** Whether the run deleted a script and made another of that name: it was wedged (server.md 3.2). */
    boolean isMadeAnew(String name) {
        return made.contains(name) && deleted.contains(name);
    }

    Optional<StoredScript> now(UUID id) {
        return server.script(id);
    }

    /** A script, or the one that was made since under the name of a deleted one. */
    Optional<StoredScript> again(UUID id, String name) {
        return now(id).or(() -> server.script(name));
    }

    /** The script that a run made and that is still there. */
    Optional<StoredScript> made(RecordedChange creation) {
        String name = creation.change().subject().name();
        return creation.made().isPresent()
                ? now(creation.made().get())
                // Its id was never heard. A script with nobody else's version is taken for it.
                : server.script(name).filter(script -> since.isOnlyOurs(script.id()));
    }

    /** The name that a script has when the run is taken back. */
    String nameBefore(StoredScript now) {
        return touched.of(now.id())
                .filter(each -> each.was(Change.Kind.RENAME))
                .map(each -> each.before().name())
                .orElse(now.name());
    }

    /** Declares a script that a binding needs, as it is, unless the run changed it. */
    void need(StoredScript now, PriorState before) {
        if (touched.of(now.id()).isEmpty()) {
            before.script(script(now.name(), Optional.empty(), Optional.empty(), now.status(), ANY));
        }
    }

    void declare(PriorState before) {
        touched.all().forEach(each -> changed(each, before));
        for (RecordedChange each : done) {
            if (each.change() instanceof ScriptChange.Create create) {
                created(each, create.script().name(), before);
            } else if (each.change() instanceof NamedChange.Delete delete
                    && delete.current() instanceof StoredScript script) {
                deleted(each, script, before);
            }
        }
    }

    private void changed(ChangedInPlace.Old<StoredScript> each, PriorState before) {
        StoredScript now = server.script(each.before().id()).orElse(null);
        if (now == null) {
            before.refuse("script " + each.before().name() + ": it was deleted since");
            return;
        }
        String name = nameBefore(now);
        before.script(script(
                name,
                Optional.of(now.name()).filter(current -> !current.equals(name)),
                each.was(Change.Kind.DESCRIBE) ? Optional.of(each.before().descriptionText()) : Optional.empty(),
                status(each, now, before),
                ANY));
    }

    private static ScriptStatus status(ChangedInPlace.Old<StoredScript> each, StoredScript now, PriorState before) {
        boolean switched = each.was(Change.Kind.ACTIVATE) || each.was(Change.Kind.DEACTIVATE);
        ScriptStatus was = each.before().status();
        if (!switched || was != ScriptStatus.DRAFT || now.status() == ScriptStatus.DRAFT) {
            return switched ? was : now.status();
        }
        before.remark(
                "script " + now.name() + " was a draft; it becomes inactive, for the server has no way back to draft");
        return ScriptStatus.INACTIVE;
    }

    private void created(RecordedChange creation, String name, PriorState before) {
        if (isMadeAnew(name)) {
            before.remark("script " + name + " was recreated by that run, because it was wedged; it stays");
            return;
        }
        made(creation).ifPresent(script -> before.madeScript(script.name()));
    }

    private void deleted(RecordedChange deletion, StoredScript script, PriorState before) {
        if (isMadeAnew(script.name()) || server.script(script.id()).isPresent()) {
            return;
        }
        if (server.script(script.name()).isPresent()) {
            before.remark("script " + script.name() + " was deleted by that run and is there again, made since");
            return;
        }
        deletion.kept()
                .ifPresentOrElse(
                        body -> before.script(script(
                                script.name(),
                                Optional.empty(),
                                Optional.ofNullable(script.description()),
                                script.status(),
                                body)),
                        () -> before.refuse("script " + script.name()
                                + ": that run deleted it, and the server had no body of it; apply its file again"));
    }

    private static Script script(
            String name, Optional<String> renamedFrom, Optional<String> description, ScriptStatus status, Body body) {
        Source source = Source.of(name + " before that run", body.text());
        return new Script(name, renamedFrom, description, status, body, source, PriorState.JOURNAL, List.of());
    }
}
