package dev.idpscripts.plan.pull;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.pull.Markers;
import dev.idpscripts.model.pull.Merged;
import dev.idpscripts.model.pull.PulledScript;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.ScriptPlanner;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Brings what somebody did to scripts on the server into the declared ones, and declares those that no file knows. */
final class ScriptPuller {

    private final Plan plan;
    private final Ownership ours;
    private final ScriptPlanner scripts;
    private final List<String> remarks;
    private final Map<UUID, String> names = new LinkedHashMap<>();

    ScriptPuller(Plan plan, Ownership ours, ScriptPlanner scripts, List<String> remarks) {
        this.plan = plan;
        this.ours = ours;
        this.scripts = scripts;
        this.remarks = remarks;
    }

    List<PulledScript> pull(List<Script> declared) {
        List<PulledScript> pulled = new ArrayList<>();
        for (Script script : declared) {
            Optional<StoredScript> stored = scripts.matches().of(script.name()).filter(there -> !there.isSystem());
            PulledScript result = stored.map(there -> known(script, there)).orElseGet(() -> missing(script));
            stored.ifPresent(there -> names.put(there.id(), result.name()));
            pulled.add(result);
        }
        scripts.strangers().stream().filter(there -> !scripts.isDeleted(there)).forEach(there -> fresh(there)
                .ifPresent(result -> {
                    names.put(there.id(), there.name());
                    pulled.add(result);
                }));
        return pulled;
    }

    /** What each script on the server that the files declare after the pull is called there, by its id. */
    Map<UUID, String> names() {
        return names;
    }

    private PulledScript missing(Script script) {
        boolean deleted = planned(change ->
                        change instanceof ScriptChange.Create c && c.script().equals(script))
                .filter(create -> create.cause().overwrites())
                .isPresent();
        return PulledScript.kept(
                script,
                deleted
                        ? List.of("somebody deleted it on the server; delete the file, or apply to make it again")
                        : List.of());
    }

    private Optional<PulledScript> fresh(StoredScript there) {
        if (there.name().isBlank()) {
            remarks.add("a script on the server has a blank name, which no file can declare: " + there.id());
            return Optional.empty();
        }
        Optional<StoredVersion> current = ours.current(there);
        if (current.isEmpty()) {
            remarks.add("script " + there.name() + " has no body on the server, so there is nothing to pull");
            return Optional.empty();
        }
        return Optional.of(new PulledScript(
                Optional.empty(),
                there.name(),
                Optional.empty(),
                Optional.of(there.descriptionText()).filter(text -> !text.isEmpty()),
                there.status(),
                Merged.theirs(new Body(current.get().scriptBody()).text()),
                List.of(),
                List.of()));
    }

    private PulledScript known(Script script, StoredScript there) {
        PullDecisions choices = new PullDecisions();
        String name = choices.of(
                "name",
                script.name(),
                there.name(),
                of(
                        there,
                        c -> c instanceof NamedChange.Rename
                                && scripts.matches().isRenamedThere(script.name())));
        Optional<String> description = script.description()
                .map(text -> choices.of(
                        "description",
                        text,
                        there.descriptionText(),
                        of(there, NamedChange.Describe.class::isInstance)));
        ScriptStatus status = status(script, there, choices);
        return new PulledScript(
                Optional.of(script),
                name,
                script.renamedFrom().filter(old -> name.equals(script.name())),
                description,
                status,
                body(script, there),
                choices.conflicts(),
                choices.notes());
    }

    private ScriptStatus status(Script script, StoredScript there, PullDecisions choices) {
        if (script.status() == there.status()) {
            return script.status();
        }
        if (script.status() == ScriptStatus.DRAFT) {
            choices.note("status: draft -> " + there.status() + ", since there is no way back to draft");
            return there.status();
        }
        return choices.of(
                "status",
                script.status(),
                there.status(),
                of(there, c -> c instanceof ScriptChange.Activate || c instanceof ScriptChange.Deactivate));
    }

    private Merged body(Script script, StoredScript there) {
        String mine = script.body().text();
        Optional<PlannedChange> update = of(there, ScriptChange.Update.class::isInstance);
        Optional<StoredVersion> current = ours.current(there);
        // A conflict that nobody has solved yet would only be marked again.
        if (Markers.in(mine) || update.isEmpty() || current.isEmpty()) {
            return Merged.mine(mine);
        }
        Cause cause = update.get().cause();
        String theirs = new Body(current.get().scriptBody()).text();
        return switch (cause) {
            case LOCAL_EDIT, ROLLBACK, SWITCH -> Merged.mine(mine);
            case DRIFT, BEHIND -> Merged.theirs(theirs);
            case CONFLICT, UNKNOWN ->
                merge(ours.base(there), mine, theirs, "server, version " + there.currentVersion());
        };
    }

    private static Merged merge(Optional<StoredVersion> base, String mine, String theirs, String theirsName) {
        return base.map(version -> ThreeWayMerge.merge(
                        new Body(version.scriptBody()).text(),
                        mine,
                        theirs,
                        "version " + version.versionNumber() + ", which this repository pushed",
                        theirsName))
                .orElseGet(() -> ThreeWayMerge.compare(mine, theirs, theirsName));
    }

    private Optional<PlannedChange> of(StoredScript there, Predicate<Change> kind) {
        return planned(change -> kind.test(change)
                && change.stored()
                        .filter(stored -> stored.id().equals(there.id()))
                        .isPresent());
    }

    /** The last one: a script that is made active for a moment is made inactive after that. */
    private Optional<PlannedChange> planned(Predicate<Change> wanted) {
        return plan.planned().stream()
                .filter(each -> wanted.test(each.change()))
                .reduce((first, second) -> second);
    }
}
