package dev.idpscripts.plan.attribution;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Base;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Says who made a difference in a script (specs/three-way.md). */
public final class ScriptAttribution {

    private final Inventory server;
    private final Ownership ours;
    private final AuditTrail trail;
    private final PastAttribution past;
    private final Set<String> declared;

    /** @param declared the names of all scripts that the files declare: what was this one's former name may be another's by now */
    public ScriptAttribution(Inventory server, Ownership ours, AuditTrail trail, Set<String> declared) {
        this.server = server;
        this.ours = ours;
        this.trail = trail;
        this.past = new PastAttribution(ours);
        this.declared = Set.copyOf(declared);
    }

    /** Why the server's body is not the file's. */
    public Attribution body(StoredScript there, Script file) {
        Optional<StoredVersion> current = ours.current(there);
        if (current.filter(version -> !version.holdsStub()).isEmpty()) {
            return Attribution.LOCAL;
        }
        Body body = new Body(current.get().scriptBody());
        Optional<StoredVersion> base = ours.base(there);
        Optional<Attribution> declared = declared(there, names(there, file), body, base);
        if (declared.isPresent()) {
            return declared.get();
        }
        if (base.isEmpty()) {
            return neverOurs(there);
        }
        Body pushed = new Body(base.get().scriptBody());
        if (pushed.equals(body)) {
            return local(base.get());
        }
        return since(base.get(), there, pushed.equals(file.body()) ? Cause.DRIFT : Cause.CONFLICT);
    }

    /** What commits tell of a body; empty if they tell no more than the versions. */
    private Optional<Attribution> declared(
            StoredScript there, Set<String> names, Body body, Optional<StoredVersion> base) {
        List<String> pushed = ours.pushedOf(there);
        boolean current =
                base.filter(b -> new Body(b.scriptBody()).equals(body)).isPresent();
        if (current && past.lacking(pushed).isEmpty()) {
            return Optional.empty();
        }
        List<Edit> edits = base.map(b -> edits(b, there)).orElseGet(() -> lastEdit(there));
        return past.declared(
                        pushed,
                        files -> declares(files, names, script -> script.body().equals(body)),
                        edits)
                .map(found -> switch (found.cause()) {
                    case LOCAL_EDIT -> base.map(this::local).orElse(found);
                    case DRIFT ->
                        new Attribution(found.cause(), edits, base.flatMap(ScriptAttribution::base), found.remark());
                    default -> found;
                });
    }

    /** What it may be called in files of any commit: by its name here, there, and by those that it had. */
    private Set<String> names(StoredScript there, Script file) {
        Set<String> own = new HashSet<>(List.of(there.name(), file.name()));
        return trail.everNamed(there.id(), own, file.renamedFrom(), declared);
    }

    private static boolean declares(Declarations files, Set<String> names, Predicate<Script> says) {
        return files.scripts().stream()
                .anyMatch(script -> (names.contains(script.name())
                                || script.renamedFrom().filter(names::contains).isPresent())
                        && says.test(script));
    }

    private Attribution local(StoredVersion base) {
        Optional<Base> pushed = base(base);
        String remark = pushed.map(Base::commit)
                .filter(ours::lacks)
                .map(commit -> "version " + base.versionNumber() + " was pushed from commit " + Provenance.shown(commit)
                        + ", which this checkout does not contain")
                .orElse("");
        return new Attribution(Cause.LOCAL_EDIT, List.of(), pushed, remark);
    }

    private static Optional<Base> base(StoredVersion version) {
        return Ownership.trailer(version)
                .map(Provenance::commit)
                .map(commit -> new Base(version.versionNumber(), commit));
    }

    private Attribution since(StoredVersion base, StoredScript there, Cause cause) {
        return new Attribution(cause, edits(base, there), base(base), "");
    }

    /** What came after a version of ours. */
    private List<Edit> edits(StoredVersion base, StoredScript there) {
        return ours.known(there).stream()
                .takeWhile(version -> !version.equals(base))
                .map(version -> Edit.of(version).byUs(ours.isUs(version.createdBy())))
                .toList();
    }

    private List<Edit> lastEdit(StoredScript there) {
        return ours.current(there).stream().map(Edit::of).toList();
    }

    /** Nothing tells what the files were made from, so there is no telling what would be lost. */
    private Attribution neverOurs(StoredScript there) {
        String remark = ours.owner(there)
                .map(owner -> "it belongs to repository " + owner)
                .orElse("this repository never pushed it");
        return new Attribution(Cause.CONFLICT, lastEdit(there), Optional.empty(), remark);
    }

    /** Why the server has another status. */
    public Attribution status(StoredScript there, Script file) {
        String what = "made it " + there.status();
        Predicate<AuditEvent> switches =
                event -> event.action().equals("activated") || event.action().equals("deactivated");
        Attribution who = trail.newest(there, switches, what, file.metadata());
        Optional<Attribution> judged = judged(
                there,
                file,
                switches,
                what,
                new Says(s -> s.status() == there.status(), s -> s.status() == file.status()));
        // An apply makes scripts active on the way; inactive only what the files want so.
        if (who.cause() != Cause.DRIFT && there.status() != ScriptStatus.INACTIVE) {
            return judged.filter(found -> found.cause().overwrites())
                    .map(found -> found.cause() == Cause.BEHIND
                            ? found
                            : Attribution.unknown("an apply that was cut off may have left it so"))
                    .orElse(who);
        }
        return judged.orElseGet(() -> who.cause() == Cause.DRIFT
                ? who
                : trail.afterEverything(there, e -> e.action().equals("deactivated"), what, file.metadata())
                        .orElse(who));
    }

    /** Why the server has another description. */
    public Attribution description(StoredScript there, Script file) {
        Predicate<AuditEvent> updates = event -> event.action().equals("updated");
        Says says = new Says(s -> s.description().orElse("").equals(there.descriptionText()), s -> s.description()
                .equals(file.description()));
        return judged(there, file, updates, "changed its description", says).orElseGet(() -> {
            Attribution who = trail.newest(there, updates, "changed its description", file.metadata());
            boolean both = who.cause() == Cause.DRIFT && ours.touchedHere(there, file.metadata());
            return both ? new Attribution(Cause.CONFLICT, who.edits(), who.base(), who.remark()) : who;
        });
    }

    /** Whether a script is declared as the server has it, and as the files say. */
    private record Says(Predicate<Script> there, Predicate<Script> here) {}

    private Optional<Attribution> judged(
            StoredScript there, Script file, Predicate<AuditEvent> done, String what, Says says) {
        Set<String> names = names(there, file);
        return trail.of(there.id()).stream()
                .flatMap(List::stream)
                .filter(done)
                .findFirst()
                .flatMap(event -> past.judge(new PastAttribution.Value(
                        files -> declares(files, names, says.there()),
                        files -> declares(files, names, says.here()),
                        event::isAfter,
                        Optional.of(trail.edit(event, what)))));
    }

    /** Somebody gave the script another name; if the files do too, and no commit tells more, that is a conflict. */
    public Attribution renamed(StoredScript there, Script file) {
        Optional<AuditEvent> update = newestUpdate(there);
        Optional<Edit> edit = update.map(event -> trail.edit(event, "renamed it to " + there.name()));
        PastAttribution.Value name = new PastAttribution.Value(
                files -> names(files, there.name()),
                files -> names(files, file.name()),
                version -> update.filter(event -> event.isAfter(version)).isPresent(),
                edit);
        return past.judge(name)
                .or(() -> edit.map(done -> file.renamedFrom().isPresent() ? conflict(done) : Attribution.drift(done)))
                .orElse(Attribution.unknown("the audit trail does not tell"));
    }

    private static boolean names(Declarations files, String name) {
        return files.scripts().stream().anyMatch(script -> script.name().equals(name));
    }

    /** Somebody gave the script its old name again, after this repository had renamed it; or nobody did so far. */
    public Attribution renamedBack(StoredScript there, Script file) {
        return trail.afterEverything(
                        there, event -> event.action().equals("updated"), "named it " + there.name(), file.metadata())
                .orElse(Attribution.LOCAL);
    }

    private Optional<AuditEvent> newestUpdate(StoredScript there) {
        return trail.of(there.id()).stream()
                .flatMap(List::stream)
                .filter(event -> event.action().equals("updated"))
                .findFirst();
    }

    private static Attribution conflict(Edit edit) {
        return new Attribution(Cause.CONFLICT, List.of(edit), Optional.empty(), "");
    }

    /** Why a declared script is not on the server: it is new, or somebody deleted it. */
    public Attribution missing(Script file) {
        return server.evidence().deletions().stream()
                .filter(event -> event.detail("script_name")
                        .filter(name -> name.equals(file.name())
                                || file.renamedFrom().filter(name::equals).isPresent())
                        .isPresent())
                .findFirst()
                .flatMap(deletion -> deleted(deletion, file))
                .orElse(Attribution.LOCAL);
    }

    private Optional<Attribution> deleted(AuditEvent deletion, Script file) {
        Optional<AuditEvent> push = trail.of(deletion.scriptId()).stream()
                .flatMap(List::stream)
                .filter(ours::isPush)
                .findFirst();
        Optional<Provenance> trailer = push.flatMap(Ownership::trailer);
        if (trailer.isEmpty()) {
            return Optional.empty();
        }
        boolean us = deletion.actorId().equals(push.get().actorId()) || ours.isUs(deletion.actorId());
        if (us && !ours.untouchedSince(trailer.get().commit(), file.origin())) {
            return Optional.empty();
        }
        Cause cause = trailer.get().isOf(file.body()) ? Cause.DRIFT : Cause.CONFLICT;
        Optional<Base> base = push.get()
                .detail("version_number")
                .filter(number -> number.matches("[0-9]{1,9}"))
                .map(number -> new Base(Integer.parseInt(number), trailer.get().commit()));
        return Optional.of(
                new Attribution(cause, List.of(Edit.of(deletion, "deleted it").byUs(us)), base, ""));
    }

    /** Whose work goes with a script that is deleted. */
    public Attribution deletion(StoredScript there) {
        Optional<StoredVersion> base = ours.base(there);
        if (base.isEmpty()) {
            return neverOurs(there);
        }
        Optional<String> lacking = past.lacking(ours.pushedOf(there));
        if (lacking.isPresent()) {
            return past.behind(edits(base.get(), there), lacking.get());
        }
        // Not the version itself: of a script that no file declares, only the history may have been read.
        if (base.get().versionNumber() != there.currentVersion()) {
            return since(base.get(), there, Cause.CONFLICT);
        }
        return newestUpdate(there)
                .filter(event -> !ours.isUs(event.actorId()))
                .map(event -> conflict(Edit.of(event, "changed its name or description")))
                .orElseGet(() -> local(base.get()));
    }
}
