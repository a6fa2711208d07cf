package dev.idpscripts.plan;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.attribution.AuditTrail;
import dev.idpscripts.plan.attribution.Ownership;
import dev.idpscripts.plan.attribution.ScriptAttribution;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans the scripts: what is missing, what differs, and what is no longer declared. */
public final class ScriptPlanner {

    private static final String ABSENT = "it is not on the server";

    private final Inventory server;
    private final PlanOptions options;
    private final Ownership ours;
    private final ScriptAttribution who;
    private final List<Script> declared;
    private final Map<String, SourceLocation> tombstones;
    private final Wedged wedged;
    private final Matches<Script, StoredScript> matches;

    public ScriptPlanner(Declarations files, Inventory server, PlanOptions options, Ownership ours, AuditTrail trail) {
        this.server = server;
        this.options = options;
        this.ours = ours;
        this.who = new ScriptAttribution(server, ours, trail, files.scriptNames());
        this.tombstones = files.removed().scripts().stream()
                .collect(Collectors.toMap(Tombstones.Named::name, Tombstones.Named::origin, (a, b) -> a));
        this.declared = files.scripts().stream()
                .sorted(Comparator.comparing(Script::name))
                .toList();
        Matches.Names<Script, StoredScript> names = new Matches.Names<>(
                Script::name, Script::renamedFrom, this::everNamed, StoredScript::name, s -> formerName(s, trail));
        List<StoredScript> stored = server.scripts().stream()
                .sorted(Comparator.comparing(StoredScript::name))
                .toList();
        this.wedged = new Wedged(server, options, declared, new Matches<>(declared, stored, names));
        this.matches = new Matches<>(
                declared, stored.stream().filter(s -> !wedged.isReplaced(s)).toList(), names);
    }

    Wedged wedged() {
        return wedged;
    }

    public Matches<Script, StoredScript> matches() {
        return matches;
    }

    private Set<String> everNamed(Script script) {
        return options.past()
                .scriptNames(Stream.concat(Stream.of(script.name()), script.renamedFrom().stream())
                        .collect(Collectors.toSet()));
    }

    /** The name that a script of ours was made with, if it has another one now. */
    private Optional<String> formerName(StoredScript script, AuditTrail trail) {
        if (script.isSystem() || !ours.owns(script)) {
            return Optional.empty();
        }
        return trail.firstName(script.id()).filter(name -> !name.equals(script.name()));
    }

    /** Whether this plan deletes the script: it has a tombstone, or it is pruned. */
    public boolean isDeleted(StoredScript script) {
        if (wedged.isReplaced(script)) {
            return true;
        }
        boolean undeclared = !script.isSystem() && matches.unmatched().containsKey(script.name());
        return undeclared && (tombstones.containsKey(script.name()) || (options.prune() && ours.owns(script)));
    }

    /**
     * Adds the changes.
     *
     * @param toBeBound scripts that get a new binding, so must be active in between
     */
    void plan(PlanBuilder draft, Set<String> toBeBound) {
        wedged.plan(draft);
        renames(draft);
        for (Script script : declared) {
            Optional<StoredScript> stored = matches.of(script.name());
            if (stored.filter(StoredScript::isSystem).isPresent()) {
                draft.problem(
                        script.metadata(),
                        "the script \"" + script.name()
                                + "\" belongs to the server itself and cannot be changed; give yours"
                                + " another name");
                continue;
            }
            content(script, stored, draft);
            status(script, stored, toBeBound.contains(script.name()), draft);
        }
        Set<UUID> bound = stayBound(draft);
        matches.unmatched().values().stream()
                .sorted(Comparator.comparing(StoredScript::name))
                .forEach(script -> undeclared(script, bound, draft));
    }

    private void renames(PlanBuilder draft) {
        for (Script script : declared) {
            script.renamedFrom()
                    .filter(matches.unmatched()::containsKey)
                    .ifPresent(old -> draft.remark("script "
                            + script.name() + " is there already, so " + old
                            + " is not renamed to it and stays as it is ("
                            + script.metadata() + ")"));
        }
        for (String name : matches.renames()) {
            Script script = declared.stream()
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            StoredScript stored = matches.of(name).orElseThrow();
            Reason why = Reason.of("the server has it as \"" + stored.name() + "\"", script.metadata());
            draft.add(
                    new NamedChange.Rename(stored, name),
                    why.by(
                            matches.isRenamedThere(name)
                                    ? who.renamed(stored, script)
                                    : who.renamedBack(stored, script)));
        }
    }

    private void content(Script script, Optional<StoredScript> stored, PlanBuilder draft) {
        if (stored.isEmpty()) {
            draft.add(
                    new ScriptChange.Create(script),
                    wedged.replacedBy(script)
                            .map(old -> Reason.of("instead of the wedged one", script.origin())
                                    .by(who.body(old, script)))
                            .orElseGet(() -> Reason.of(ABSENT, script.origin()).by(who.missing(script))));
            return;
        }
        StoredScript there = stored.get();
        wedged.stuck(there)
                .ifPresent(version -> draft.problem(script.origin(), Wedged.explain(script.name(), there, version)));
        Optional<Body> before = Optional.ofNullable(server.current().get(there.id()))
                .map(StoredVersion::scriptBody)
                .map(Body::new);
        if (!before.equals(Optional.of(script.body()))) {
            String reason = before.isPresent()
                    ? "the file differs from version " + there.currentVersion()
                    : "the server has no body for version " + there.currentVersion();
            draft.add(
                    new ScriptChange.Update(there, before, script),
                    Reason.of(reason, script.origin()).by(who.body(there, script)));
        }
        script.description()
                .filter(text -> !text.equals(there.descriptionText()))
                .ifPresent(text -> draft.add(
                        new NamedChange.Describe(there, script.name(), text),
                        Reason.of("the description differs", script.metadata()).by(who.description(there, script))));
    }

    private void status(Script script, Optional<StoredScript> stored, boolean toBeBound, PlanBuilder draft) {
        ScriptStatus now = stored.map(StoredScript::status).orElse(ScriptStatus.DRAFT);
        String is = stored.isPresent() ? "it is " + now + " on the server" : "a new script is a draft";
        ScriptChange activate = new ScriptChange.Activate(stored, script.name());
        switch (script.status()) {
            case ACTIVE -> {
                if (now != ScriptStatus.ACTIVE) {
                    draft.add(activate, why(script, stored, is));
                }
            }
            case INACTIVE -> {
                if (toBeBound && now != ScriptStatus.ACTIVE) {
                    draft.add(
                            activate,
                            why(script, stored, "the server binds only active scripts; inactive again at the end"));
                }
                if (toBeBound || now != ScriptStatus.INACTIVE) {
                    draft.add(new ScriptChange.Deactivate(stored, script.name()), why(script, stored, is));
                }
            }
            case DRAFT -> {
                if (now != ScriptStatus.DRAFT) {
                    draft.problem(
                            script.metadata(),
                            "the script \"" + script.name() + "\" is " + now
                                    + " on the server, which knows no way back to draft; write \"status: inactive\"");
                }
            }
        }
    }

    private Reason why(Script script, Optional<StoredScript> stored, String reason) {
        Reason why = Reason.of(reason, script.metadata());
        return stored.filter(there -> there.status() != script.status())
                .map(there -> why.by(who.status(there, script)))
                .orElse(why);
    }

    private void undeclared(StoredScript script, Set<UUID> bound, PlanBuilder draft) {
        if (isDeleted(script)) {
            Reason why = Optional.ofNullable(tombstones.get(script.name()))
                    .map(origin -> Reason.of("the files say that it is removed", origin))
                    .orElse(Reason.of("this repository pushed it and no file declares it any more"));
            draft.add(new NamedChange.Delete(script, ours.body(script)), why.by(who.deletion(script)));
            return;
        }
        draft.leave(new Unmanaged(
                ObjectAddress.script(script.name()),
                describe(script),
                !script.isSystem() && ours.owns(script),
                script.status() == ScriptStatus.ACTIVE && bound.contains(script.id())));
    }

    /** The scripts that a binding runs which the plan leaves; bindings are planned before. */
    private Set<UUID> stayBound(PlanBuilder draft) {
        Set<UUID> unbound = draft.planned().stream()
                .flatMap(each -> each.change() instanceof BindingChange.Unbind unbind
                        ? Stream.of(unbind.current().id())
                        : Stream.empty())
                .collect(Collectors.toSet());
        return server.bindings().stream()
                .filter(binding -> binding.enabled() && !unbound.contains(binding.id()))
                .map(StoredBinding::scriptId)
                .collect(Collectors.toSet());
    }

    private String describe(StoredScript script) {
        if (script.isSystem()) {
            return "belongs to the server";
        }
        return ours.current(script)
                .map(version -> ours.owner(script)
                        .map(owner -> "pushed by repository " + owner)
                        .orElse("version " + version.versionNumber() + " was not pushed by idp-scripts"))
                .orElse("no file declares it");
    }

    /** Scripts on the server that files declare. */
    List<StoredScript> managed() {
        return declared.stream()
                .flatMap(script -> matches.of(script.name()).stream())
                .filter(script -> !script.isSystem())
                .toList();
    }

    /** Scripts on the server that no file declares and that could be ours. */
    public List<StoredScript> strangers() {
        return matches.unmatched().values().stream()
                .filter(script -> !script.isSystem())
                .toList();
    }
}
