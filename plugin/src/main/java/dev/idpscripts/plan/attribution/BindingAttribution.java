package dev.idpscripts.plan.attribution;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Says who made a difference in a binding; the audit trail knows that one was made or removed, not how it was changed. */
public final class BindingAttribution {

    private final Ownership ours;
    private final AuditTrail trail;
    private final PastAttribution past;
    private final Set<String> declared;

    /** @param declared the names of all scripts that the files declare */
    public BindingAttribution(Ownership ours, AuditTrail trail, Set<String> declared) {
        this.ours = ours;
        this.trail = trail;
        this.past = new PastAttribution(ours);
        this.declared = Set.copyOf(declared);
    }

    /**
     * A binding that is not as the files say.
     *
     * @param slot its place on the server
     * @param scripts what its script may be called in files
     */
    public record Placed(StoredBinding there, Slot slot, Set<String> scripts) {

        public Placed {
            scripts = Set.copyOf(scripts);
        }

        private boolean isDeclared(Declarations files, Predicate<Binding> says) {
            return isBound(files, slot, binding -> scripts.contains(binding.script()) && says.test(binding));
        }

        private PastAttribution.Value value(Predicate<Binding> stored, Predicate<Binding> declared) {
            Optional<Edit> edit =
                    there.wasChanged() ? Optional.of(Edit.at(there.updatedAt(), "changed it")) : Optional.empty();
            return new PastAttribution.Value(
                    files -> isDeclared(files, stored), files -> isDeclared(files, declared), there::isSince, edit);
        }
    }

    /** What a script may be called in files of any commit: by its names here and there, and by those that it had. */
    public Set<String> scriptNames(UUID script, Set<String> own, Optional<String> renamedFrom) {
        return trail.everNamed(script, own, renamedFrom, declared);
    }

    /**
     * Why a declared binding is not on the server: it is new, or somebody removed it.
     *
     * @param names what its script may be called in files
     */
    public Attribution missing(Binding file, Optional<StoredScript> script, UUID connector, Set<String> names) {
        if (script.isEmpty()) {
            return Attribution.LOCAL;
        }
        return trail.of(script.get().id())
                .map(events -> removal(events, script.get(), connector, file.origin())
                        .map(event -> removed(event, file, names))
                        .orElse(Attribution.LOCAL))
                .orElse(Attribution.unknown(""));
    }

    /** Who removed it: this repository, if it declared the hook without it since. */
    private Attribution removed(AuditEvent event, Binding file, Set<String> names) {
        Edit edit = trail.edit(event, "removed a binding of it from this connector");
        PastAttribution.Value value = new PastAttribution.Value(
                files -> isWithout(files, file, names),
                files -> !isWithout(files, file, names),
                event::isAfter,
                Optional.of(edit));
        return past.judge(value)
                .filter(found ->
                        found.cause() == Attribution.Cause.LOCAL_EDIT || found.cause() == Attribution.Cause.BEHIND)
                .orElseGet(() -> Attribution.drift(edit));
    }

    private static boolean isWithout(Declarations files, Binding binding, Set<String> names) {
        return files.connectors().stream()
                        .anyMatch(use -> use.name().equals(binding.slot().connector()))
                && !isBound(files, binding.slot(), other -> names.contains(other.script()));
    }

    /** Whether files declare such a binding for the hook of a slot. */
    private static boolean isBound(Declarations files, Slot slot, Predicate<Binding> which) {
        return files.bindings().stream()
                .anyMatch(binding -> binding.slot().connector().equals(slot.connector())
                        && binding.slot().hook().equals(slot.hook())
                        && which.test(binding));
    }

    /** The newest removal that no later binding of ours has made good again. The trail does not say from which hook. */
    private Optional<AuditEvent> removal(
            List<AuditEvent> events, StoredScript script, UUID connector, SourceLocation origin) {
        List<String> madeByUs = events.stream()
                .filter(event -> event.action().equals("bound") && ours.isUs(event.actorId()))
                .flatMap(event -> event.detail("binding_id").stream())
                .toList();
        int madeAgain = 0;
        for (AuditEvent event : events) {
            if (!event.detail("connector_id")
                    .filter(connector.toString()::equals)
                    .isPresent()) {
                continue;
            }
            if (event.action().equals("bound") && ours.isUs(event.actorId())) {
                madeAgain++;
            } else if (event.action().equals("unbound")
                    && event.detail("binding_id").filter(madeByUs::contains).isPresent()
                    && trail.isBeside(script, event, events, origin)
                    && madeAgain-- <= 0) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** Why the server has a binding that no file wants there. */
    public Attribution extra(Placed binding, Optional<StoredScript> script) {
        PastAttribution.Value value = new PastAttribution.Value(
                files -> binding.isDeclared(files, any -> true),
                files -> !binding.isDeclared(files, any -> true),
                binding.there()::wasMadeAfter,
                bound(script, binding.there()).map(event -> trail.edit(event, "bound it")));
        return past.judge(value)
                .filter(found -> !found.cause().equals(Attribution.Cause.UNKNOWN))
                .orElseGet(() -> extra(binding.there(), script));
    }

    private Attribution extra(StoredBinding there, Optional<StoredScript> script) {
        if (script.flatMap(s -> trail.of(s.id())).isEmpty()) {
            return Attribution.unknown("");
        }
        return bound(script, there)
                .map(event -> ours.isUs(event.actorId())
                        ? Attribution.LOCAL
                        : Attribution.drift(trail.edit(event, "bound it")))
                .orElse(Attribution.unknown("the audit trail does not tell"));
    }

    /**
     * Whether this repository declared a binding that no file declares.
     *
     * @param likely whether its script is declared, and others in its hook
     * @param again whether the files declare its script for the hook, so that this may be one that somebody added
     */
    public boolean wasDeclared(Placed binding, Optional<StoredScript> script, boolean likely, boolean again) {
        if (script.filter(ours::isOfAnother).isPresent()) {
            return false;
        }
        Optional<Boolean> byUs = bound(script, binding.there()).map(event -> ours.isUs(event.actorId()));
        if (again) {
            return likely && byUs.orElse(false);
        }
        return switch (past.when(List.of(), files -> binding.isDeclared(files, any -> true))
                .when()) {
            case SINCE, BEFORE -> true;
            case ELSEWHERE, NEVER -> false;
            case UNKNOWN -> likely && byUs.orElse(true);
        };
    }

    private Optional<AuditEvent> bound(Optional<StoredScript> script, StoredBinding there) {
        return script.flatMap(s -> trail.of(s.id())).flatMap(events -> bound(events, there));
    }

    private static Optional<AuditEvent> bound(List<AuditEvent> events, StoredBinding binding) {
        return events.stream()
                .filter(event -> event.action().equals("bound")
                        && event.detail("binding_id")
                                .filter(binding.id().toString()::equals)
                                .isPresent())
                .findFirst();
    }

    /** Why a binding's order is not the file's: an apply that was cut off leaves one behind that nobody wants, when two change places. */
    public Attribution order(Placed binding, Optional<StoredScript> script, Binding file) {
        StoredBinding there = binding.there();
        PastAttribution.Value value = binding.value(
                stored -> stored.slot().order() == there.executionOrder(),
                declared -> declared.slot().order() == file.slot().order());
        return past.judge(value)
                .filter(found -> found.cause() != Attribution.Cause.CONFLICT && !isAside(there, file))
                .orElseGet(() -> withoutCommits(there, script, file.origin()));
    }

    private Attribution withoutCommits(StoredBinding there, Optional<StoredScript> script, SourceLocation origin) {
        return there.wasChanged() ? changed(there, script.flatMap(ours::base), origin) : extra(there, script);
    }

    /** Whether something may have stepped aside to here: to the lowest order that is free (issue 20). */
    private static boolean isAside(StoredBinding there, Binding file) {
        return there.executionOrder() < Math.min(Hook.MAX_BINDINGS, file.slot().order());
    }

    /** Why a binding's settings are not the file's: an apply that was cut off leaves none behind that nobody wants. */
    public Attribution settings(Placed binding, Optional<StoredScript> script, Binding file) {
        StoredBinding there = binding.there();
        PastAttribution.Value value =
                binding.value(stored -> stored.settings().equals(there.settings()), declared -> declared.settings()
                        .equals(file.settings()));
        Optional<Attribution> judged = past.judge(value);
        if (judged.isPresent()) {
            return judged.get();
        }
        Attribution who = withoutCommits(there, script, file.origin());
        return who.cause() == Attribution.Cause.UNKNOWN && there.wasChanged()
                ? changed(there, ours.newest(), file.origin())
                : who;
    }

    private Attribution changed(StoredBinding there, Optional<StoredVersion> pushed, SourceLocation origin) {
        return ours.isUntouchedSince(pushed.filter(there::changedAfter), origin)
                ? Attribution.drift(Edit.at(there.updatedAt(), "changed it"))
                : Attribution.unknown("the server does not record changes of bindings");
    }
}
