package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.plan.guard.ChangeStatus;
import dev.idpscripts.plan.guard.StalenessCheck;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run that was carried out on a server and kept in the journal, and what takes it back: without HTTP. */
final class RecordedRun {

    private final FakeServer server;
    private final Plan plan;
    private final List<RecordedChange> done = new ArrayList<>();
    private final Map<UUID, List<StoredVersion>> histories = new HashMap<>();

    /** Does what an apply with pruning does. */
    RecordedRun(FakeServer server, Desired files) {
        this(server, files, Told.PRUNE);
    }

    /** Does what an apply with other options does. */
    RecordedRun(FakeServer server, Desired files, PlanOptions options) {
        this(server, files, options, Integer.MAX_VALUE);
    }

    /** Was killed when it had carried out so many changes; the next one was announced. */
    RecordedRun(FakeServer server, Desired files, PlanOptions options, int carriedOut) {
        this(server, files.declare(), options, carriedOut);
    }

    /** The same of files as they are declared. */
    RecordedRun(FakeServer server, Declarations files, PlanOptions options, int carriedOut) {
        this.server = server;
        this.plan = Planner.plan(files, server.inventory(), options);
        plan.planned().stream().limit(carriedOut).forEach(this::carryOut);
        plan.changes().stream()
                .skip(carriedOut)
                .limit(1)
                .forEach(next -> done.add(
                        new RecordedChange(next, Optional.empty(), kept(next, server.inventory()), sha256(next))));
    }

    private void carryOut(PlannedChange each) {
        Change change = each.change();
        Inventory before = server.inventory();
        server.apply(plan.only(List.of(each)));
        Set<UUID> made = ids(server.inventory());
        made.removeAll(ids(before));
        done.add(new RecordedChange(change, made.stream().findFirst(), kept(change, before), sha256(change)));
    }

    private static Set<UUID> ids(Inventory server) {
        Stream<UUID> named = Stream.concat(server.scripts().stream(), server.templates().stream())
                .map(StoredNamed::id);
        return Stream.concat(named, server.bindings().stream().map(StoredBinding::id))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Optional<Body> kept(Change change, Inventory before) {
        return change instanceof NamedChange.Delete delete
                ? Optional.ofNullable(before.current().get(delete.current().id()))
                        .map(version -> new Body(version.scriptBody()))
                : Optional.empty();
    }

    private static Optional<String> sha256(Change change) {
        if (change instanceof TemplateChange.Create create) {
            return Optional.of(create.template().body().sha256());
        }
        return change instanceof TemplateChange.Update update
                ? Optional.of(update.template().body().sha256())
                : Optional.empty();
    }

    List<RecordedChange> done() {
        return done;
    }

    /** Forgets the ids of what was made: the answers were never heard. */
    RecordedRun inTheDark() {
        done.replaceAll(each -> new RecordedChange(each.change(), Optional.empty(), each.kept(), each.sha256()));
        return this;
    }

    /** What was pushed to a script that the run made, newest first. */
    RecordedRun history(UUID script, StoredVersion... newestFirst) {
        histories.put(script, List.of(newestFirst));
        return this;
    }

    InversePlan reversal() {
        return reversal(each -> true);
    }

    /** Of some changes only. */
    InversePlan reversal(Predicate<RecordedChange> wanted) {
        Inventory now = server.inventory();
        now.current().forEach((id, version) -> histories.putIfAbsent(id, List.of(version)));
        return ApplyReversal.plan("R", done, wanted, histories, now, Told.PRUNE);
    }

    /** Takes it back. */
    void undo() {
        server.apply(plan.only(reversal().planned()));
    }

    /** Each change, why, and whose work it undoes. */
    static List<String> told(InversePlan reversal) {
        return reversal.planned().stream()
                .map(each -> each.change().kind() + " " + each.change().subject() + ": "
                        + each.reason().text()
                        + (each.cause() == Attribution.Cause.ROLLBACK ? "" : "; " + each.cause())
                        + each.reason().attribution().edits().stream()
                                .map(edit -> "; " + edit.toString().replace(" on 2026-03-01 00:00 UTC", " since"))
                                .collect(Collectors.joining()))
                .toList();
    }

    /** Those changes of the way back that do not fit the server any more. */
    List<ChangeStatus> overtaken() {
        return StalenessCheck.compare(plan.only(reversal().planned()), server.inventory()).stream()
                .filter(status -> status.state() != ChangeStatus.State.PENDING)
                .toList();
    }
}
