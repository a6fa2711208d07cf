package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.DRAFT;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.model.TemplateCategory.DATA_FORMATTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is planned for which difference, in which order, and why. */
class PlannerTest {

    private static final Hook BEFORE_CREATE = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final Hook AFTER_DELETE = new Hook(HookPhase.AFTER, Operation.DELETE);

    private final Desired files = new Desired();
    private final FakeServer server = new FakeServer().connector("LDAP").connector("HR");
    private boolean prune;

    private Plan plan() {
        Target target = new Target("test", "https://idp.example.com", FakeServer.TENANT);
        return Planner.plan(files.declare(), server.inventory(), new PlanOptions(target, FakeServer.REPOSITORY, prune));
    }

    /** The plan is exactly this; carrying it out breaks no rule of the server and leaves nothing to do. */
    private void planned(String... changes) {
        Plan plan = plan();
        assertEquals(List.of(), plan.problems());
        assertEquals(
                String.join("\n", changes),
                String.join("\n", plan.planned().stream().map(PlannerTest::line).toList()));
        server.apply(plan);
        assertTrue(plan().isEmpty(), () -> "left to do: " + plan().changes());
    }

    private static String line(PlannedChange planned) {
        Change change = planned.change();
        String move =
                change instanceof BindingChange.Move m ? " from " + m.from().order() : "";
        return change.kind() + " " + change.subject() + move + ": "
                + planned.reason().text();
    }

    private void refused(String... problems) {
        assertEquals(
                String.join("\n", problems),
                String.join(
                        "\n", plan().problems().stream().map(Object::toString).toList()));
    }

    @Test
    void nothingForEqualSides() {
        files.script("a", null, "text", ACTIVE, "1\n").bind("LDAP", BEFORE_CREATE, 10, "a");
        server.script("a", "text", ACTIVE, "\uFEFF1\r\n", null).bind("LDAP", BEFORE_CREATE, 10, "a");
        planned();
    }

    @Test
    void everythingForAnEmptyServer() {
        files.script("b", ACTIVE, "1")
                .script("a", null, "text", ACTIVE, "1")
                .script("draft", DRAFT, "1")
                .script("off", INACTIVE, "1")
                .bind("LDAP", BEFORE_CREATE, 20, "a")
                .bind("LDAP", BEFORE_CREATE, 10, "b")
                .bind("HR", AFTER_DELETE, 10, "a")
                .template("t", null, null, CUSTOM, "1", null);
        planned(
                "create script a: it is not on the server",
                "create script b: it is not on the server",
                "create script draft: it is not on the server",
                "create script off: it is not on the server",
                "activate script a: a new script is a draft",
                "activate script b: a new script is a draft",
                "create template t: it is not on the server",
                "bind binding HR, after delete, order 10: it is not on the server",
                "bind binding LDAP, before create, order 10: it is not on the server",
                "bind binding LDAP, before create, order 20: it is not on the server",
                "deactivate script off: a new script is a draft");
    }

    @Test
    void aChangedScript() {
        files.script("a", null, "new", ACTIVE, "2");
        server.script("a", "old", INACTIVE, "1", null);
        planned(
                "update script a: the file differs from version 2",
                "describe script a: the description differs",
                "activate script a: it is inactive on the server");
    }

    @Test
    void aDescriptionThatNoFileGivesIsLeftAlone() {
        files.script("a", ACTIVE, "1").script("b", null, "", ACTIVE, "1").script("c", null, "", ACTIVE, "1");
        server.script("a", "theirs", ACTIVE, "1", null)
                .script("b", "theirs", ACTIVE, "1", null)
                .script("c", null, ACTIVE, "1", null);
        planned("describe script b: the description differs");
    }

    @Test
    void aScriptWhoseVersionRowIsLostGetsItsBody() {
        files.script("a", ACTIVE, "1");
        server.script("a", ACTIVE, "1").withoutVersion("a");
        planned("update script a: the server has no body for version 2");
    }

    @Test
    void anInactiveScriptIsActiveWhileItIsBound() {
        files.script("off", INACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "off");
        server.script("off", INACTIVE, "1");
        planned(
                "activate script off: the server binds only active scripts; inactive again at the end",
                "bind binding LDAP, before create, order 10: it is not on the server",
                "deactivate script off: it is inactive on the server");
    }

    @Test
    void aRenamedScriptKeepsItsBindings() {
        files.script("new", "old", null, ACTIVE, "2").bind("LDAP", BEFORE_CREATE, 10, "new");
        server.script("old", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "old");
        planned(
                "rename script new: the server has it as \"old\"",
                "update script new: the file differs from version 2");
    }

    @Test
    void renamesInAChainWaitForEachOther() {
        files.script("a", "b", null, ACTIVE, "1")
                .script("b", "c", null, ACTIVE, "1")
                .script("c", ACTIVE, "1");
        server.script("b", ACTIVE, "1").script("c", ACTIVE, "1");
        planned(
                "rename script a: the server has it as \"b\"",
                "rename script b: the server has it as \"c\"",
                "create script c: it is not on the server",
                "activate script c: a new script is a draft");
    }

    @Test
    void aRenameThatIsDoneIsForgottenAndOneThatCannotBeIsRemarked() {
        files.script("new", "old", null, ACTIVE, "1").script("x", "y", null, ACTIVE, "1");
        server.script("new", ACTIVE, "1").script("x", ACTIVE, "1").script("y", ACTIVE, "1");
        Plan plan = plan();
        assertTrue(plan.isEmpty());
        assertEquals(
                List.of("script x is there already, so y is not renamed to it and stays as it is (scripts/x.yaml:1:1)"),
                plan.remarks());
    }

    @Test
    void settingsChangeInPlace() {
        BindingSettings settings = new BindingSettings(FailurePolicy.RETRY, 3, 60, false);
        files.script("a", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "a", settings);
        server.script("a", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "a");
        planned("rebind binding LDAP, before create, order 10: the server has other settings");
    }

    @Test
    void anotherScriptInASlotIsUnbindAndBind() {
        files.script("a", ACTIVE, "1").script("b", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "b");
        server.script("a", ACTIVE, "1").script("b", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "a");
        planned(
                "unbind binding LDAP, before create, order 10: its place is for b",
                "bind binding LDAP, before create, order 10: it is not on the server");
    }

    @Test
    void anotherHookOrConnectorIsUnbindAndBind() {
        prune = true;
        files.script("a", ACTIVE, "1").bind("HR", AFTER_DELETE, 10, "a");
        server.script("a", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "a");
        planned(
                "bind binding HR, after delete, order 10: it is not on the server",
                "unbind binding LDAP, before create, order 10: no file declares it, and its script is this repository's");
    }

    @Test
    void aSwapGoesThroughAFreeSlot() {
        files.script("a", ACTIVE, "1")
                .script("b", ACTIVE, "1")
                .bind("LDAP", BEFORE_CREATE, 10, "b")
                .bind("LDAP", BEFORE_CREATE, 20, "a");
        server.script("a", ACTIVE, "1")
                .script("b", ACTIVE, "1")
                .bind("LDAP", BEFORE_CREATE, 10, "a")
                .bind("LDAP", BEFORE_CREATE, 20, "b");
        planned(
                "move binding LDAP, before create, order 1 from 20: it steps aside, so that two can change places",
                "move binding LDAP, before create, order 20 from 10: order 10 on the server, 20 in the file",
                "move binding LDAP, before create, order 10 from 1: order 20 on the server, 10 in the file");
    }

    @Test
    void aLineInsertedAtTheTopShiftsTheOthers() {
        files.script("a", ACTIVE, "1")
                .script("b", ACTIVE, "1")
                .script("c", ACTIVE, "1")
                .bind("LDAP", BEFORE_CREATE, 10, "c")
                .bind("LDAP", BEFORE_CREATE, 20, "a")
                .bind("LDAP", BEFORE_CREATE, 30, "b");
        server.script("a", ACTIVE, "1")
                .script("b", ACTIVE, "1")
                .script("c", ACTIVE, "1")
                .bind("LDAP", BEFORE_CREATE, 10, "a")
                .bind("LDAP", BEFORE_CREATE, 20, "b");
        planned(
                "move binding LDAP, before create, order 30 from 20: order 20 on the server, 30 in the file",
                "move binding LDAP, before create, order 20 from 10: order 10 on the server, 20 in the file",
                "bind binding LDAP, before create, order 10: it is not on the server");
    }

    @Test
    void aFullHookIsNeverOverfullOnTheWay() {
        for (int i = 1; i <= Hook.MAX_BINDINGS; i++) {
            files.script("new" + i, ACTIVE, "1").bind("LDAP", BEFORE_CREATE, i * 10, "new" + i);
            server.script("old" + i, ACTIVE, "1").bind("LDAP", BEFORE_CREATE, i * 10, "old" + i);
        }
        prune = true;
        Plan plan = plan();
        server.apply(plan);
        assertEquals(10, plan.count(Change.Kind.UNBIND));
        assertEquals(10, plan.count(Change.Kind.BIND));
        assertTrue(plan().isEmpty());
    }

    @Test
    void whatNoFileDeclaresIsLeftAloneWithoutPrune() {
        files.script("a", ACTIVE, "1");
        server.script("a", ACTIVE, "1")
                .script("b", ACTIVE, "1")
                .bind("LDAP", BEFORE_CREATE, 10, "a")
                .bind("LDAP", BEFORE_CREATE, 20, "b")
                .template("t", null, CUSTOM, "1", null);
        Plan plan = plan();
        assertTrue(plan.isEmpty());
        assertEquals(
                List.of(
                        ObjectAddress.script("b"),
                        ObjectAddress.template("t"),
                        new ObjectAddress(ObjectAddress.Type.BINDING, "LDAP, before create, order 10"),
                        new ObjectAddress(ObjectAddress.Type.BINDING, "LDAP, before create, order 20")),
                plan.unmanaged().stream().map(u -> u.subject()).toList());
    }

    @Test
    void pruneTakesOnlyWhatThisRepositoryPushed() {
        prune = true;
        files.script("a", ACTIVE, "1");
        server.script("a", ACTIVE, "1")
                .script("ours", ACTIVE, "1")
                .script("theirs", null, ACTIVE, "1", "other")
                .script("by hand", null, ACTIVE, "1", null)
                .script("builtin", ACTIVE, "1")
                .system("builtin")
                .bind("LDAP", BEFORE_CREATE, 10, "a")
                .bind("LDAP", BEFORE_CREATE, 20, "ours")
                .bind("LDAP", BEFORE_CREATE, 30, "theirs")
                .bind("gone", BEFORE_CREATE, 10, "ours")
                .template("t", null, CUSTOM, "1", null);
        Plan plan = plan();
        planned(
                "unbind binding LDAP, before create, order 10: no file declares it, and its script is this repository's",
                "unbind binding LDAP, before create, order 20: its script is deleted",
                "unbind binding deleted connector " + FakeServer.id("gone")
                        + ", before create, order 10: its script is deleted",
                "delete script ours: this repository pushed it and no file declares it any more");
        assertEquals(
                """
                script builtin: belongs to the server
                script by hand: version 2 was not pushed by idp-scripts
                script theirs: pushed by repository other
                template t: no file declares it
                binding LDAP, before create, order 30: runs theirs""",
                String.join(
                        "\n",
                        plan.unmanaged().stream()
                                .map(u -> u.subject() + ": " + u.detail())
                                .toList()));
    }

    @Test
    void pruneLeavesAloneWhatTheRepositoryHasNoFolderFor() {
        prune = true;
        files.script("a", ACTIVE, "1").without(ObjectAddress.Type.BINDING).without(ObjectAddress.Type.TEMPLATE);
        server.script("a", ACTIVE, "1")
                .script("ours", ACTIVE, "1")
                .bind("LDAP", BEFORE_CREATE, 10, "a")
                .bind("LDAP", BEFORE_CREATE, 20, "ours")
                .template("t", null, CUSTOM, "1", null);
        assertEquals(
                List.of("there is no folder bindings, so no binding is pruned; an empty folder says \"none\""),
                plan().remarks());
        planned(
                "unbind binding LDAP, before create, order 20: its script is deleted",
                "delete script ours: this repository pushed it and no file declares it any more");
    }

    @Test
    void whatHasATombstoneGoesWithoutPrune() {
        files.script("a", ACTIVE, "1")
                .removed("gone")
                .removed("never there")
                .removed("builtin")
                .unbound("LDAP", BEFORE_CREATE, "a")
                .removedTemplate("t");
        server.script("a", ACTIVE, "1")
                .script("gone", ACTIVE, "1")
                .script("kept", ACTIVE, "1")
                .script("builtin", ACTIVE, "1")
                .system("builtin")
                .bind("LDAP", BEFORE_CREATE, 10, "a")
                .bind("LDAP", AFTER_DELETE, 10, "a")
                .bind("LDAP", AFTER_DELETE, 20, "gone")
                .template("t", null, CUSTOM, "1", null);
        planned(
                "unbind binding LDAP, before create, order 10: the file says that it is removed",
                "unbind binding LDAP, after delete, order 20: its script is deleted",
                "delete script gone: the files say that it is removed",
                "delete template t: the files say that it is removed");
    }

    @Test
    void templatesAreComparedByMeaning() {
        Map<String, Object> declared = Map.of("a", new BigDecimal("1.0"), "b", List.of(Map.of("c", true)));
        Map<String, Object> same = Map.of("b", List.of(Map.of("c", true)), "a", BigInteger.ONE);
        files.template("same", null, "", CUSTOM, "1\n", declared)
                .template("silent", null, null, CUSTOM, "1", null)
                .template("other", null, "new", DATA_FORMATTING, "2", declared)
                .template("new", "old", null, CUSTOM, "1", null);
        server.template("same", null, CUSTOM, "1\r\n", same)
                .template("silent", "text", CUSTOM, "1", same)
                .template("other", "text", CUSTOM, "1", List.of())
                .template("old", null, CUSTOM, "1", null);
        planned(
                "rename template new: the server has it as \"old\"",
                "update template other: another body, category custom, other annotations on the server",
                "describe template other: the description differs");
    }

    @Test
    void whatTheServerCannotDoIsAProblemAtItsPlace() {
        files.script("a", DRAFT, "1").script("b", ACTIVE, "1").bind("LDPA", BEFORE_CREATE, 10, "b");
        server.script("a", ACTIVE, "1").script("b", ACTIVE, "2").system("b");
        refused(
                "bindings/LDPA.yaml:1:1: there is no connector \"LDPA\" on the server; it has HR, LDAP. If it has another name"
                        + " there, add it under \"connectors\" in the environment's file",
                "scripts/a.yaml:1:1: the script \"a\" is active on the server, which knows no way back to draft; write"
                        + " \"status: inactive\"",
                "scripts/b.yaml:1:1: the script \"b\" belongs to the server itself and cannot be changed; give yours another"
                        + " name");
    }

    @Test
    void aHookThatWouldBeOverfullIsAProblem() {
        files.script("a", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 500, "a");
        server.script("a", ACTIVE, "1").script("x", null, ACTIVE, "1", null);
        for (int i = 1; i <= Hook.MAX_BINDINGS; i++) {
            server.bind("LDAP", BEFORE_CREATE, i, "x");
        }
        refused(
                "bindings/LDAP.yaml:4:5: LDAP would have 11 bindings before create; the server allows 10. No file declares"
                        + " order 1 (x), order 2 (x), order 3 (x), order 4 (x), order 5 (x), order 6 (x), order 7 (x), order 8 (x),"
                        + " order 9 (x), order 10 (x): remove them on the server, or with -Didp-scripts.prune if they are this"
                        + " repository's");
    }

    @Test
    void theSameScriptTwiceOnAHook() {
        files.script("a", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 10, "a").bind("LDAP", BEFORE_CREATE, 30, "a");
        server.script("a", ACTIVE, "1").bind("LDAP", BEFORE_CREATE, 20, "a").bind("LDAP", BEFORE_CREATE, 30, "a");
        planned("move binding LDAP, before create, order 10 from 20: order 20 on the server, 10 in the file");
    }
}
