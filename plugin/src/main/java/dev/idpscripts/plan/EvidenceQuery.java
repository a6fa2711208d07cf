package dev.idpscripts.plan;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.PastRequest;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.EvidenceRequest;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.InventoryIndex;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.attribution.AuditTrail;
import dev.idpscripts.plan.attribution.Ownership;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out what must be read to attribute a plan's differences. Where nothing differs, nothing is asked: a plan without
 * changes costs no request more.
 */
public final class EvidenceQuery {

    private final Inventory server;
    private final InventoryIndex index;
    private final Ownership ours;
    private final Set<String> lacking;
    private final Set<StoredScript> histories = new LinkedHashSet<>();
    private final Set<UUID> events = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private final Set<StoredScript> pushes = new LinkedHashSet<>();

    private EvidenceQuery(Inventory server, Ownership ours, Set<String> lacking) {
        this.server = server;
        this.index = server.index();
        this.ours = ours;
        this.lacking = lacking;
    }

    /**
     * What to read.
     *
     * @param plan made from the same files and lists, without evidence
     * @param lacking commits from which something was pushed, and that do not lead to what the files are at
     */
    public static EvidenceRequest questions(
            Plan plan, Declarations declared, Inventory server, PlanOptions options, Set<String> lacking) {
        Declarations files = ServerSpelling.of(declared, server);
        Ownership ours = new Ownership(server, options);
        EvidenceQuery inquiry = new EvidenceQuery(server, ours, lacking);
        ScriptPlanner scripts = new ScriptPlanner(files, server, options, ours, new AuditTrail(server, ours));
        plan.changes().forEach(inquiry::ask);
        // The files may have declared them under a name that the script had.
        inquiry.leftovers(plan, files).map(StoredBinding::scriptId).forEach(inquiry::ask);
        boolean mayDelete = options.prune() || !files.removed().scripts().isEmpty();
        scripts.strangers().stream()
                .filter(script -> mayDelete && ours.owner(script).isEmpty())
                .forEach(inquiry.histories::add);
        return new EvidenceRequest(
                List.copyOf(inquiry.histories),
                inquiry.events,
                inquiry.missing,
                inquiry.missing.isEmpty() ? List.of() : scripts.strangers(),
                options.recreateWedged() ? scripts.managed() : List.copyOf(inquiry.pushes));
    }

    /** The commits from which current versions were pushed, if the plan changes anything that this repository pushed. */
    public static Set<String> current(Plan plan, Inventory server, PlanOptions options) {
        Ownership ours = new Ownership(server, options);
        Set<UUID> touched = plan.changes().stream()
                .flatMap(change -> script(change).stream())
                .collect(Collectors.toSet());
        return server.scripts().stream()
                        .filter(script -> touched.contains(script.id()))
                        .anyMatch(ours::owns)
                ? ours.commits()
                : Set.of();
    }

    private void ask(Change change) {
        if (change instanceof ScriptChange.Create c) {
            missing.add(c.script().name());
            c.script().renamedFrom().ifPresent(missing::add);
        } else if (change instanceof ScriptChange.Update c) {
            history(c.current());
            pushes.add(c.current());
        } else {
            script(change).ifPresent(this::ask);
        }
    }

    /** What was done to a script, and in whose name this repository is applied, which only its versions tell. */
    private void ask(UUID script) {
        events.add(script);
        index.script(script).ifPresent(this::history);
    }

    /** The id of the script that a change is about, or whose binding it is about. */
    private static Optional<UUID> script(Change change) {
        if (change instanceof BindingChange binding) {
            return binding.scriptId();
        }
        return change.stored().filter(stored -> change.isOfScript()).map(ObjectRef::id);
    }

    private void history(StoredScript script) {
        if (!isOfThisHistory(script)) {
            histories.add(script);
        }
    }

    /** Whether its trailer tells all: it was pushed from a commit that leads to what the files are at. */
    private boolean isOfThisHistory(StoredScript script) {
        return ours.current(script)
                .filter(ours::pushed)
                .flatMap(Ownership::trailer)
                .filter(trailer -> !lacking.contains(trailer.commit()))
                .isPresent();
    }

    /** The commits that this repository pushed what a plan changes from: about these Git may know more. */
    public static Set<String> commits(Plan plan, Inventory server, PlanOptions options) {
        Ownership ours = new Ownership(server, options);
        List<Stream<Provenance>> trailers = new ArrayList<>();
        Set<UUID> touched = new HashSet<>();
        plan.changes().forEach(change -> script(change).ifPresent(touched::add));
        server.scripts().stream()
                .filter(script -> touched.contains(script.id()))
                .forEach(script -> trailers.add(trailer(ours.base(script))));
        if (!plan.isEmpty()) {
            // What has no versions of its own is held against the last thing that was pushed at all.
            trailers.add(trailer(ours.newest()));
        }
        for (AuditEvent deletion : server.evidence().deletions()) {
            trailers.add(Optional.ofNullable(server.evidence().events().get(deletion.scriptId())).stream()
                    .flatMap(List::stream)
                    .filter(ours::isPush)
                    .flatMap(event -> Ownership.trailer(event).stream())
                    .limit(1));
        }
        Set<String> commits = new HashSet<>();
        trailers.forEach(found -> found.map(Provenance::commit)
                .filter(commit -> !commit.equals(Provenance.NO_COMMIT))
                .forEach(commits::add));
        return commits;
    }

    /**
     * What commits may tell about a plan's differences.
     *
     * @param lacking commits from which something was pushed, and that do not lead to what the files are at
     */
    public static PastRequest past(
            Plan plan, Declarations declared, Inventory server, PlanOptions options, Set<String> lacking) {
        EvidenceQuery query = new EvidenceQuery(server, new Ownership(server, options), lacking);
        boolean mayBeRenamed = query.lostSight(declared);
        List<PlannedChange> asked = plan.planned().stream()
                .filter(each -> query.isAsked(each.change(), mayBeRenamed))
                .toList();
        Map<ObjectAddress.Type, Set<String>> names =
                query.names(asked.stream().map(PlannedChange::change).toList());
        declared.scripts()
                .forEach(script -> former(names.get(ObjectAddress.Type.SCRIPT), script.name(), script.renamedFrom()));
        declared.templates()
                .forEach(template ->
                        former(names.get(ObjectAddress.Type.TEMPLATE), template.name(), template.renamedFrom()));
        query.leftovers(plan, declared).forEach(binding -> {
            query.index.connector(binding.connectorId()).ifPresent(names.get(ObjectAddress.Type.BINDING)::add);
            query.name(binding.scriptId()).ifPresent(names.get(ObjectAddress.Type.SCRIPT)::add);
        });
        return new PastRequest(
                names.get(ObjectAddress.Type.SCRIPT),
                names.get(ObjectAddress.Type.TEMPLATE),
                names.get(ObjectAddress.Type.BINDING),
                asked.stream()
                        .flatMap(each -> each.reason().origin().stream())
                        .map(SourceLocation::file)
                        .collect(Collectors.toSet()),
                query.ours.commits());
    }

    /** Whether commits may tell more about a change than its trailer: not of what is new, unless it was only lost sight of. */
    private boolean isAsked(Change change, boolean mayBeRenamed) {
        boolean isNew = change.stored().isEmpty() && script(change).isEmpty();
        return (mayBeRenamed || !isNew)
                && !(change instanceof ScriptChange.Update update && isOfThisHistory(update.current()));
    }

    /** What things are called that changes are about, here, there, and when they were made; of bindings their connectors. */
    private Map<ObjectAddress.Type, Set<String>> names(List<Change> changes) {
        AuditTrail trail = new AuditTrail(server, ours);
        Map<ObjectAddress.Type, Set<String>> names = new EnumMap<>(ObjectAddress.Type.class);
        for (ObjectAddress.Type type : ObjectAddress.Type.values()) {
            names.put(type, new HashSet<>());
        }
        for (Change change : changes) {
            Set<String> called = names.get(change.subject().type());
            Set<String> scripts = names.get(ObjectAddress.Type.SCRIPT);
            if (change instanceof BindingChange binding) {
                called.add(binding.slot().connector());
                // Files may have bound it under another name.
                scripts.add(binding.script());
            } else {
                called.add(change.subject().name());
            }
            change.stored().flatMap(there -> name(there.id())).ifPresent(called::add);
            script(change).flatMap(this::name).ifPresent(scripts::add);
            script(change).flatMap(trail::firstName).ifPresent(scripts::add);
        }
        return names;
    }

    /** What a script or template is called there. */
    private Optional<String> name(UUID id) {
        return index.named(id).map(StoredNamed::name);
    }

    /** Whether a script of this repository that no file declares was renamed, so that one that seems to be new may be that one. */
    private boolean lostSight(Declarations files) {
        Set<String> declared = files.scriptNames();
        return server.scripts().stream()
                .filter(script -> !declared.contains(script.name()))
                .anyMatch(script -> server.evidence().events().containsKey(script.id()) && ours.owns(script));
    }

    private static void former(Set<String> names, String name, Optional<String> former) {
        former.filter(there -> names.contains(name)).ifPresent(names::add);
    }

    /** Bindings that run scripts of this repository though no file says so: it may have declared them. */
    private Stream<StoredBinding> leftovers(Plan plan, Declarations declared) {
        Set<ObjectAddress> left =
                plan.unmanaged().stream().map(Unmanaged::subject).collect(Collectors.toSet());
        Set<String> names = Stream.concat(
                        declared.scriptNames().stream(),
                        declared.scripts().stream().flatMap(script -> script.renamedFrom().stream()))
                .collect(Collectors.toSet());
        return server.bindings().stream()
                .filter(binding -> index.script(binding.scriptId())
                        .filter(script -> names.contains(script.name()) || mayBeOurs(script))
                        .isPresent())
                .filter(binding -> index.connector(binding.connectorId())
                        .map(name -> new Slot(name, binding.hook(), binding.executionOrder()))
                        .filter(slot -> left.contains(ObjectAddress.binding(slot)))
                        .isPresent());
    }

    /** Whether a script is this repository's as far as its current version tells; one that was rolled back does not tell. */
    private boolean mayBeOurs(StoredScript script) {
        return ours.owns(script)
                || ours.current(script).filter(StoredVersion::cameByRollback).isPresent();
    }

    private static Stream<Provenance> trailer(Optional<StoredVersion> version) {
        return version.flatMap(Ownership::trailer).stream();
    }
}
