package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Past;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes back to all that a commit declared. What it declares is planned as ever; what later commits of this repository made goes, and what the
 * server had before is left.
 *
 * @param commit the whole hash
 * @param subject what it says of itself
 */
public record CommitReversal(String commit, String subject) {

    private static final SourceLocation NOWHERE = SourceLocation.of("scripts");

    /** The names on the server that the commit's files do not have. */
    private static Set<String> undeclared(Stream<? extends StoredNamed> stored, Stream<String> names) {
        Set<String> declared = names.collect(Collectors.toSet());
        return stored.map(StoredNamed::name)
                .filter(name -> !declared.contains(name))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(String name, Optional<String> former) {
        return Stream.concat(Stream.of(name), former.stream());
    }

    /**
     * Scripts on the server that this repository pushed and that the commit does not declare.
     *
     * @param versions reads those of a script, newest first; asked only where the current one came by a rollback, and does not tell
     */
    public Set<String> scripts(
            Declarations then,
            Inventory server,
            String repository,
            Function<StoredScript, List<StoredVersion>> versions) {
        return undeclared(
                server.scripts().stream()
                        .filter(script -> Optional.ofNullable(server.current().get(script.id()))
                                .map(current -> current.cameByRollback() ? versions.apply(script) : List.of(current))
                                .flatMap(Ownership::owner)
                                .filter(repository::equals)
                                .isPresent()),
                then.scripts().stream().flatMap(script -> names(script.name(), script.renamedFrom())));
    }

    /** Templates on the server that the commit does not declare. */
    public Set<String> templates(Declarations then, Inventory server) {
        return undeclared(
                server.templates().stream().filter(template -> !template.isSystem()),
                then.templates().stream().flatMap(template -> names(template.name(), template.renamedFrom())));
    }

    /** The commit's files, saying besides that what came later must go. */
    public Declarations removing(Declarations then, Set<String> scripts, Set<String> templates, Past past) {
        Tombstones removed = new Tombstones(
                join(then.removed().scripts(), made(scripts, past, files -> files.scripts().stream()
                        .map(Script::name))),
                join(then.removed().templates(), made(templates, past, files -> files.templates().stream()
                        .map(Template::name))),
                then.removed().bindings());
        return new Declarations(
                then.scripts(), then.connectors(), then.bindings(), then.templates(), removed, then.kinds());
    }

    private static List<Tombstones.Named> join(List<Tombstones.Named> a, List<Tombstones.Named> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    /** Of these names those that only commits after this one, or beside it, declared. */
    private List<Tombstones.Named> made(Set<String> names, Past past, Function<Declarations, Stream<String>> declared) {
        Set<String> later = past.later().getOrDefault(commit, Set.of());
        Set<String> before = new HashSet<>();
        Set<String> after = new HashSet<>();
        past.revisions().forEach(revision -> declared.apply(revision.said())
                .forEach(revision.leads() && !later.contains(revision.commit()) ? before::add : after::add));
        return names.stream()
                .filter(name -> after.contains(name) && !before.contains(name))
                .sorted()
                .map(name -> new Tombstones.Named(name, NOWHERE))
                .toList();
    }

    /** The scripts whose histories may have the bodies that come back. */
    public static List<StoredScript> changing(Plan plan) {
        return plan.changes().stream()
                .flatMap(change ->
                        change instanceof ScriptChange.Update update ? Stream.of(update.current()) : Stream.empty())
                .toList();
    }

    /**
     * The plan as a rollback.
     *
     * @param histories of the scripts that get other bodies, newest first
     */
    public RollbackPlan plan(Plan plan, Map<UUID, List<StoredVersion>> histories) {
        Map<UUID, RollbackPlan.EarlierVersion> targets = new HashMap<>();
        for (Change change : plan.changes()) {
            if (change instanceof ScriptChange.Update update) {
                target(update, histories.getOrDefault(update.current().id(), List.of()))
                        .ifPresent(found -> targets.put(update.current().id(), found));
            }
        }
        return new RollbackPlan(
                plan.only(plan.planned().stream().map(this::asked).toList()), targets);
    }

    private static Optional<RollbackPlan.EarlierVersion> target(
            ScriptChange.Update update, List<StoredVersion> history) {
        return history.stream()
                .filter(version ->
                        new Body(version.scriptBody()).equals(update.script().body()))
                .findFirst()
                .map(version -> new RollbackPlan.EarlierVersion(
                        version.versionNumber(),
                        Ownership.trailer(version).map(Provenance::commit).orElse("")));
    }

    /** Somebody asked for it, so it is nobody's edit; what it undoes of others stays that, but not the rollback before this one. */
    private PlannedChange asked(PlannedChange each) {
        if (each.cause().overwrites() && !undoesRollback(each)) {
            return each;
        }
        String says = each.change().kind().removes() ? "does not have it" : "has it so";
        return new PlannedChange(
                each.change(),
                new Reason(
                        "commit " + Provenance.shown(commit) + " " + says,
                        origin(each),
                        new Attribution(Attribution.Cause.ROLLBACK, List.of(), Optional.empty(), "")));
    }

    private static boolean undoesRollback(PlannedChange each) {
        List<Attribution.Edit> edits = each.reason().attribution().edits();
        return (each.change() instanceof ScriptChange.Update || each.change() instanceof NamedChange.Delete)
                && !edits.isEmpty()
                && edits.stream().allMatch(edit -> isRollback(edit));
    }

    /** One's own; or somebody's who went back with everything to a commit of this repository. */
    private static boolean isRollback(Attribution.Edit edit) {
        return RollbackNote.parse(edit.comment())
                .filter(note -> edit.own() || !note.asOf().isEmpty())
                .isPresent();
    }

    private static Optional<SourceLocation> origin(PlannedChange each) {
        return each.reason().origin().filter(place -> !place.equals(NOWHERE));
    }
}
