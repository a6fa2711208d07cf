package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Past;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
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
import java.util.function.Predicate;
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

    /** The names of what this repository may have made, and the commit's files do not have. */
    public Set<String> undeclared(Declarations then, List<? extends StoredNamed> stored, Predicate<StoredNamed> ours) {
        Set<String> declared = Stream.concat(
                        then.scripts().stream().flatMap(s -> names(s.name(), s.renamedFrom())),
                        then.templates().stream().flatMap(t -> names(t.name(), t.renamedFrom())))
                .collect(Collectors.toSet());
        return stored.stream()
                .filter(ours)
                .map(StoredNamed::name)
                .filter(name -> !declared.contains(name))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(String name, Optional<String> former) {
        return Stream.concat(Stream.of(name), former.stream());
    }

    /** Scripts on the server that this repository pushed and that the commit does not declare. */
    public Set<String> scripts(Declarations then, Inventory server, String repository) {
        return undeclared(
                then,
                server.scripts(),
                script -> server.current().containsKey(script.id())
                        && Ownership.isOf(server.current().get(script.id()), repository));
    }

    /** Templates on the server that the commit does not declare. */
    public Set<String> templates(Declarations then, Inventory server) {
        return undeclared(then, server.templates(), template -> !((StoredTemplate) template).isSystem());
    }

    /** The commit's files, saying besides that what came later must go. */
    public Declarations removing(Declarations then, Set<String> scripts, Set<String> templates, Past past) {
        Tombstones removed = new Tombstones(
                made(scripts, past, files -> files.scripts().stream().map(s -> s.name())),
                made(templates, past, files -> files.templates().stream().map(t -> t.name())),
                List.of());
        return new Declarations(
                then.scripts(), then.connectors(), then.bindings(), then.templates(), removed, then.kinds());
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

    /** Somebody asked for it, so it is nobody's edit; what it undoes of others stays that. */
    private PlannedChange asked(PlannedChange each) {
        if (each.cause().overwrites()) {
            return each;
        }
        String says = each.change().kind().removes() ? "does not have it" : "has it so";
        Reason why = Reason.of("commit " + Provenance.shown(commit) + " " + says)
                .by(new Attribution(Attribution.Cause.ROLLBACK, List.of(), Optional.empty(), ""));
        return new PlannedChange(each.change(), new Reason(why.text(), origin(each), why.attribution()));
    }

    private static Optional<SourceLocation> origin(PlannedChange each) {
        return each.reason().origin().filter(place -> !place.equals(NOWHERE));
    }
}
