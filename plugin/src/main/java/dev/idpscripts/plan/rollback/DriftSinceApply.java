package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
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
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Tells what somebody did, after a run, to what a change is about to take back; empty where things are as the run left them. */
final class DriftSinceApply
        implements NamedChange.Cases<Optional<Edit>>,
                ScriptChange.Cases<Optional<Edit>>,
                BindingChange.Cases<Optional<Edit>>,
                TemplateChange.Cases<Optional<Edit>> {

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

    Optional<Edit> of(Change change) {
        return change.match(new Change.Handlers<>(this, this, this, this));
    }

    /** Whether nobody else ever pushed a version of a script that the run may have made. */
    boolean isOnlyOurs(UUID script) {
        List<StoredVersion> history = histories.getOrDefault(script, List.of());
        return !history.isEmpty() && history.stream().allMatch(version -> version.holdsStub() || ours.test(version));
    }

    /** The last change of a kind that the run made to an object. */
    private <C extends Change> Optional<C> last(Class<C> kind, UUID id) {
        return last(kind::isInstance, id).map(kind::cast);
    }

    private Optional<Change> last(Predicate<Change> kind, UUID id) {
        return done.stream()
                .map(RecordedChange::change)
                .filter(kind)
                .filter(change ->
                        change.stored().map(ObjectRef::id).filter(id::equals).isPresent())
                .reduce((earlier, later) -> later);
    }

    private static Optional<Edit> edit(boolean changed, Edit edit) {
        return Optional.of(edit).filter(each -> changed);
    }

    @Override
    public Optional<Edit> create(ScriptChange.Create c) {
        return Optional.empty();
    }

    @Override
    public Optional<Edit> update(ScriptChange.Update c) {
        return Optional.empty();
    }

    @Override
    public Optional<Edit> rename(NamedChange.Rename c) {
        String now = c.current().name();
        return last(NamedChange.Rename.class, c.current().id())
                .flatMap(left ->
                        edit(!left.to().equals(now), Edit.at(c.current().updatedAt(), "named it \"" + now + "\"")));
    }

    @Override
    public Optional<Edit> describe(NamedChange.Describe c) {
        return last(NamedChange.Describe.class, c.current().id())
                .flatMap(left -> edit(
                        !left.to().equals(c.current().descriptionText()),
                        Edit.at(c.current().updatedAt(), "changed its description")));
    }

    @Override
    public Optional<Edit> activate(ScriptChange.Activate c) {
        return status(c);
    }

    @Override
    public Optional<Edit> deactivate(ScriptChange.Deactivate c) {
        return status(c);
    }

    private Optional<Edit> status(ScriptChange change) {
        return change.match(ScriptChange.FACTS).current().flatMap(now -> last(DriftSinceApply::switches, now.id())
                .map(left -> left.kind() == Change.Kind.ACTIVATE ? ScriptStatus.ACTIVE : ScriptStatus.INACTIVE)
                .flatMap(left -> edit(left != now.status(), Edit.at(now.updatedAt(), "made it " + now.status()))));
    }

    private static boolean switches(Change change) {
        return change.kind() == Change.Kind.ACTIVATE || change.kind() == Change.Kind.DEACTIVATE;
    }

    /** Of what the run made. */
    @Override
    public Optional<Edit> delete(NamedChange.Delete c) {
        if (c.current() instanceof StoredTemplate template) {
            return changed(template);
        }
        return histories.getOrDefault(c.current().id(), List.of()).stream()
                .filter(version -> version.versionNumber() > MADE && !ours.test(version))
                .map(Edit::of)
                .findFirst();
    }

    @Override
    public Optional<Edit> bind(BindingChange.Bind c) {
        return Optional.empty();
    }

    @Override
    public Optional<Edit> rebind(BindingChange.Rebind c) {
        return last(BindingChange.Rebind.class, c.current().id())
                .flatMap(left -> edit(
                        !left.binding().settings().equals(c.current().settings()),
                        Edit.at(c.current().updatedAt(), "changed its settings")));
    }

    @Override
    public Optional<Edit> move(BindingChange.Move c) {
        StoredBinding now = c.current();
        return last(BindingChange.Move.class, now.id())
                .flatMap(left -> edit(
                        left.to().order() != now.executionOrder(),
                        Edit.at(now.updatedAt(), "moved it to order " + now.executionOrder())));
    }

    /** Of a binding that the run made; or of one that is in the way, because its script goes. */
    @Override
    public Optional<Edit> unbind(BindingChange.Unbind c) {
        StoredBinding now = c.current();
        Optional<BindingChange.Bind> left = done.stream()
                .filter(each -> each.made().filter(now.id()::equals).isPresent())
                .map(each -> (BindingChange.Bind) each.change())
                .findFirst();
        if (left.isEmpty()) {
            return edit(!isOurs(c), Edit.at(now.createdAt(), "bound it"));
        }
        boolean same = left.get().binding().settings().equals(now.settings())
                && left.get().slot().order() == now.executionOrder();
        return edit(!same, Edit.at(now.updatedAt(), "changed it"));
    }

    /** Whether the run bound it, though its id was never heard. */
    private boolean isOurs(BindingChange.Unbind c) {
        return done.stream()
                .anyMatch(each -> each.made().isEmpty()
                        && each.change() instanceof BindingChange.Bind bind
                        && bind.slot().equals(c.slot()));
    }

    @Override
    public Optional<Edit> create(TemplateChange.Create c) {
        return Optional.empty();
    }

    @Override
    public Optional<Edit> update(TemplateChange.Update c) {
        return done.stream()
                .filter(each -> each.change() instanceof TemplateChange.Update left
                        && left.current().id().equals(c.current().id()))
                .findFirst()
                .flatMap(left -> changed(left, ((TemplateChange.Update) left.change()).template(), c.current()));
    }

    private Optional<Edit> changed(StoredTemplate now) {
        return done.stream()
                .filter(each -> each.made().filter(now.id()::equals).isPresent())
                .findFirst()
                .flatMap(made -> changed(made, ((TemplateChange.Create) made.change()).template(), now));
    }

    /** The journal has no body of the run's, only its hash. */
    private static Optional<Edit> changed(RecordedChange left, Template wanted, StoredTemplate now) {
        boolean same = left.sha256()
                        .filter(new Body(now.templateBody()).sha256()::equals)
                        .isPresent()
                && wanted.category() == now.category()
                && now.holds(wanted.annotations());
        return edit(!same, Edit.at(now.updatedAt(), "changed it"));
    }
}
