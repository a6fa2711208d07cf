package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Tells what somebody did, after a run, to what a change is about to take back; empty where things are as the run left them. */
final class DriftSinceApply {

    /** The server makes one version with a script, and the run pushed the second. */
    private static final int MADE = 2;

    private final List<RecordedChange> done;
    private final Map<UUID, List<StoredVersion>> histories;
    private final Predicate<StoredVersion> ours;

    /**
     * @param histories of the scripts that the run made, or may have made, newest version first
     * @param ours whether this repository pushed a version
     */
    DriftSinceApply(
            List<RecordedChange> done, Map<UUID, List<StoredVersion>> histories, Predicate<StoredVersion> ours) {
        this.done = done;
        this.histories = histories;
        this.ours = ours;
    }

    /** Whether nobody else ever pushed a version of a script that the run may have made. */
    boolean isOnlyOurs(UUID script) {
        List<StoredVersion> history = histories.getOrDefault(script, List.of());
        return !history.isEmpty() && history.stream().allMatch(version -> version.holdsStub() || ours.test(version));
    }

    Optional<Edit> of(Change change) {
        if (change instanceof NamedChange named) {
            return of(named);
        }
        if (change instanceof BindingChange binding) {
            return of(binding);
        }
        if (change instanceof ScriptChange script) {
            return script.match(ScriptChange.FACTS).current().flatMap(this::switched);
        }
        return change instanceof TemplateChange.Update update
                ? changed(to(update.current().id(), TemplateChange.Update.class), update.current())
                : Optional.empty();
    }

    /** The last change of a kind that the run made to an object. */
    private Optional<RecordedChange> to(UUID id, Class<? extends Change> kind) {
        return done.stream()
                .filter(each -> kind.isInstance(each.change()))
                .filter(each -> each.change()
                        .stored()
                        .map(ObjectRef::id)
                        .filter(id::equals)
                        .isPresent())
                .reduce((earlier, later) -> later);
    }

    private <C extends Change> Optional<C> last(Class<C> kind, UUID id) {
        return to(id, kind).map(RecordedChange::change).map(kind::cast);
    }

    private Optional<RecordedChange> made(UUID id) {
        return done.stream()
                .filter(each -> each.made().filter(id::equals).isPresent())
                .findFirst();
    }

    private static <V> Optional<Edit> unless(Optional<V> left, V now, Edit edit) {
        return left.filter(value -> !value.equals(now)).map(value -> edit);
    }

    private Optional<Edit> of(NamedChange change) {
        StoredNamed now = change.current();
        if (change instanceof NamedChange.Rename) {
            Optional<String> left = last(NamedChange.Rename.class, now.id()).map(NamedChange.Rename::to);
            return unless(left, now.name(), Edit.at(now.updatedAt(), "named it \"" + now.name() + "\""));
        }
        if (change instanceof NamedChange.Describe) {
            Optional<String> left = last(NamedChange.Describe.class, now.id()).map(NamedChange.Describe::to);
            return unless(left, now.descriptionText(), Edit.at(now.updatedAt(), "changed its description"));
        }
        return now instanceof StoredTemplate template ? changed(made(now.id()), template) : pushed(now.id());
    }

    private Optional<Edit> pushed(UUID made) {
        return histories.getOrDefault(made, List.of()).stream()
                .filter(version -> version.versionNumber() > MADE && !ours.test(version))
                .map(Edit::of)
                .findFirst();
    }

    private Optional<Edit> switched(StoredScript now) {
        Optional<ScriptStatus> left = done.stream()
                .map(RecordedChange::change)
                .filter(change -> change instanceof ScriptChange script
                        && script.match(ScriptChange.FACTS)
                                .current()
                                .filter(was -> was.id().equals(now.id()))
                                .isPresent())
                .flatMap(change -> status(change).stream())
                .reduce((earlier, later) -> later);
        return unless(left, now.status(), Edit.at(now.updatedAt(), "made it " + now.status()));
    }

    private static Optional<ScriptStatus> status(Change change) {
        if (change instanceof ScriptChange.Activate) {
            return Optional.of(ScriptStatus.ACTIVE);
        }
        return change instanceof ScriptChange.Deactivate ? Optional.of(ScriptStatus.INACTIVE) : Optional.empty();
    }

    private Optional<Edit> of(BindingChange change) {
        if (change instanceof BindingChange.Unbind unbind) {
            return unbound(unbind);
        }
        if (change instanceof BindingChange.Move move) {
            StoredBinding now = move.current();
            Optional<Integer> left = last(BindingChange.Move.class, now.id())
                    .map(each -> each.to().order());
            return unless(
                    left, now.executionOrder(), Edit.at(now.updatedAt(), "moved it to order " + now.executionOrder()));
        }
        return change instanceof BindingChange.Rebind rebind ? settled(rebind.current()) : Optional.empty();
    }

    private Optional<Edit> settled(StoredBinding now) {
        Optional<BindingSettings> left = last(BindingChange.Rebind.class, now.id())
                .map(each -> each.binding().settings());
        return unless(left, now.settings(), Edit.at(now.updatedAt(), "changed its settings"));
    }

    /** Of a binding that the run made; or of one that is in the way, because its script goes. */
    private Optional<Edit> unbound(BindingChange.Unbind c) {
        StoredBinding now = c.current();
        Optional<Binding> left = made(now.id()).map(each -> ((BindingChange.Bind) each.change()).binding());
        if (left.isEmpty()) {
            return Optional.of(Edit.at(now.createdAt(), "bound it")).filter(edit -> !isOurs(c));
        }
        boolean same = left.get().settings().equals(now.settings())
                && left.get().slot().order() == now.executionOrder();
        return Optional.of(Edit.at(now.updatedAt(), "changed it")).filter(edit -> !same);
    }

    /** Whether the run bound it, though its id was never heard. */
    private boolean isOurs(BindingChange.Unbind c) {
        return done.stream()
                .anyMatch(each -> each.made().isEmpty()
                        && each.change() instanceof BindingChange.Bind bind
                        && bind.slot().equals(c.slot()));
    }

    /** The journal has no body of the run's, only its hash. */
    private static Optional<Edit> changed(Optional<RecordedChange> left, StoredTemplate now) {
        String sha256 = new Body(now.templateBody()).sha256();
        return left.filter(each -> {
                    Template wanted = ((TemplateChange) each.change()).template();
                    return each.sha256().filter(sha256::equals).isEmpty()
                            || wanted.category() != now.category()
                            || !now.holds(wanted.annotations());
                })
                .map(each -> Edit.at(now.updatedAt(), "changed it"));
    }
}
