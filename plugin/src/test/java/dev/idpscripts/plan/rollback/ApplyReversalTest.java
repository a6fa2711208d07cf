package dev.idpscripts.plan.rollback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What takes back a run that ended in the dark, and what stands in the way. That all comes back is a law: see RollbackLawTest. */
class ApplyReversalTest {

    private static final PlanOptions OPTIONS =
            new PlanOptions(new Target("test", "x", FakeServer.TENANT), FakeServer.REPOSITORY, true);
    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    private FakeServer server = new FakeServer().connector("LDAP");
    private Plan plan;

    /** Carries it out, and forgets every id that the server gave. */
    private List<RecordedChange> inTheDark(Desired files) {
        return inTheDark(files, OPTIONS);
    }

    private List<RecordedChange> inTheDark(Desired files, PlanOptions options) {
        plan = Planner.plan(files.declare(), server.inventory(), options);
        server.apply(plan);
        return plan.changes().stream()
                .map(change -> new RecordedChange(change, Optional.empty(), Optional.empty(), sha256(change)))
                .toList();
    }

    private static Optional<String> sha256(Change change) {
        return change instanceof TemplateChange.Create create
                ? Optional.of(create.template().body().sha256())
                : Optional.empty();
    }

    private InversePlan reversal(List<RecordedChange> done) {
        Inventory now = server.inventory();
        Map<UUID, List<StoredVersion>> histories = now.current().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        return ApplyReversal.plan("R", done, each -> true, histories, now, OPTIONS);
    }

    private static List<String> told(InversePlan reversal) {
        return reversal.planned().stream()
                .map(each -> each.change().kind() + " " + each.change().subject() + ": " + each.cause() + ": "
                        + each.reason().text())
                .toList();
    }

    private static Desired everything() {
        return new Desired()
                .script("a", ScriptStatus.ACTIVE, "let a = 1;")
                .bind("LDAP", HOOK, 10, "a")
                .template("t", null, null, TemplateCategory.CUSTOM, "1", null);
    }

    @Test
    void whatWasMadeIsFoundAlsoWhereNoAnswerWasHeard() {
        assertEquals(
                List.of(
                        "unbind binding LDAP, before create, order 10: rollback: run R made it",
                        "delete script a: rollback: run R made it",
                        "delete template t: rollback: run R made it"),
                told(reversal(inTheDark(everything()))).stream()
                        .sorted(this::bindingsFirst)
                        .toList());
    }

    private int bindingsFirst(String one, String other) {
        return Boolean.compare(other.startsWith("unbind"), one.startsWith("unbind"));
    }

    @Test
    void whatSomebodyElseMadeInsteadIsLeftAlone() {
        List<RecordedChange> done = inTheDark(everything());
        server = new FakeServer()
                .connector("LDAP")
                .script("a", null, ScriptStatus.ACTIVE, "theirs", null)
                .script("b", ScriptStatus.ACTIVE, "b")
                .bind("LDAP", HOOK, 10, "b")
                .template("t", null, TemplateCategory.CUSTOM, "theirs", null);
        assertEquals(List.of(), told(reversal(done)));
        assertEquals(List.of(), reversal(done).refusals());
    }

    @Test
    void aConnectorThatIsGoneIsToldBeforehand() {
        List<RecordedChange> done = inTheDark(everything());
        server = new FakeServer().script("a", ScriptStatus.ACTIVE, "let a = 1;");
        assertEquals(
                List.of("bindings before create of connector " + FakeServer.id("LDAP")
                        + ": the connector was deleted since"),
                reversal(done).refusals());
    }

    @Test
    void aScriptThatIsGoneIsToldBeforehand() {
        server.script("a", ScriptStatus.INACTIVE, "let a = 1;");
        List<RecordedChange> done = inTheDark(new Desired().script("a", ScriptStatus.ACTIVE, "let a = 1;"));
        server = new FakeServer();
        assertEquals(List.of("script a: it was deleted since"), reversal(done).refusals());
    }

    @Test
    void aDeletedScriptWhoseBodyNobodyHasIsToldBeforehand() {
        server.script("a", ScriptStatus.ACTIVE, "let a = 1;");
        List<RecordedChange> done = inTheDark(new Desired());
        assertEquals(
                List.of("script a: that run deleted it, and the server had no body of it; apply its file again"),
                reversal(done).refusals());
    }

    @Test
    void fromADraftTheServerHasNoWayBack() {
        server.script("a", ScriptStatus.DRAFT, "let a = 1;");
        InversePlan reversal = reversal(inTheDark(new Desired().script("a", ScriptStatus.ACTIVE, "let a = 1;")));
        assertEquals(List.of("deactivate script a: rollback: as it was before run R"), told(reversal));
        assertEquals(
                List.of("script a was a draft; it becomes inactive, for the server has no way back to draft"),
                reversal.remarks());
    }

    @Test
    void aScriptThatWasMadeAnewStays() {
        server.script("a", ScriptStatus.ACTIVE, "let a = 1;")
                .bind("LDAP", HOOK, 10, "a")
                .wedge("a");
        Desired files = new Desired().script("a", ScriptStatus.ACTIVE, "2").bind("LDAP", HOOK, 10, "a");
        List<RecordedChange> done = inTheDark(files, OPTIONS.recreatingWedged());
        assertEquals(
                List.of("rename", "create", "activate", "unbind", "bind", "delete"),
                done.stream()
                        .map(each -> each.change().kind().toString())
                        .distinct()
                        .toList());
        InversePlan reversal = reversal(done);
        assertEquals(List.of(), told(reversal));
        assertEquals(
                List.of("script a was recreated by that run, because it was wedged; it stays"), reversal.remarks());
        assertEquals(List.of(), reversal.refusals());
    }

    @Test
    void aNameThatIsAnothersNowIsToldBeforehand() {
        server.script("a", ScriptStatus.ACTIVE, "1").template("s", null, TemplateCategory.CUSTOM, "1", null);
        List<RecordedChange> done = inTheDark(new Desired()
                .script("b", "a", null, ScriptStatus.ACTIVE, "1")
                .template("t", "s", null, TemplateCategory.CUSTOM, "1", null));
        server.script("theirs", ScriptStatus.INACTIVE, "3")
                .template("theirs", null, TemplateCategory.CUSTOM, "2", null);
        rename("theirs", "a");
        rename("template theirs", "s");
        assertEquals(
                List.of(
                        "script a: its name is another's now; rename that one on the server first",
                        "template s: its name is another's now; rename that one on the server first"),
                reversal(done).refusals().stream().sorted().toList());
    }

    private void rename(String id, String to) {
        server.apply(plan.only(List.of(new PlannedChange(
                new NamedChange.Rename(
                        server.inventory().index().named(FakeServer.id(id)).orElseThrow(), to),
                Reason.of("by hand")))));
    }

    @Test
    void aNameThatWentFromOneToAnotherIsToldWhereTheOtherIsNotKnown() {
        server.script("a", ScriptStatus.ACTIVE, "let a = 1;");
        List<RecordedChange> done = inTheDark(new Desired()
                .script("b", "a", null, ScriptStatus.ACTIVE, "let a = 1;")
                .script("a", ScriptStatus.ACTIVE, "let a = 2;"));
        assertEquals(
                List.of("script a: that run took the name from one and gave it to another, whose id is not known;"
                        + " rename that one on the server first"),
                reversal(done).refusals());
    }
}
