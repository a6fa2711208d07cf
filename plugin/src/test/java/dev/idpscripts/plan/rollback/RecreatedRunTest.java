package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a run that recreated a wedged script everything else is taken back. */
class RecreatedRunTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final String STAYS = " was recreated by that run, because it was wedged; it stays";

    private final FakeServer server = new FakeServer()
            .connector("LDAP")
            .script("a", ACTIVE, "1")
            .wedge("a")
            .bind("LDAP", HOOK, 10, "a");

    private RecordedRun run(Desired files) {
        return new RecordedRun(server, files, Told.PRUNE.recreatingWedged());
    }

    @Test
    void itStaysAlsoWhereOnlyItsNameIsGiven() {
        RecordedRun run = run(new Desired().script("a", ACTIVE, "2").bind("LDAP", HOOK, 10, "a"));
        InversePlan reversal = run.reversal(each -> each.change() instanceof BindingChange binding
                ? binding.script().equals("a")
                : each.change().subject().name().equals("a"));
        assertEquals(List.of(), RecordedRun.told(reversal));
        assertEquals(List.of("script a" + STAYS), reversal.remarks());
    }

    @Test
    void itStaysUnderItsNewName() {
        RecordedRun run = run(new Desired()
                .script("b", "a", null, ACTIVE, "2")
                .script("a", ACTIVE, "3")
                .bind("LDAP", HOOK, 10, "b"));
        assertEquals(List.of("delete script a: run R made it"), RecordedRun.told(run.reversal()));
        assertEquals(List.of("script b" + STAYS), run.reversal().remarks());
    }

    @Test
    void whereTheWedgedOneIsThereStillItComesBack() {
        RecordedRun run = run(new Desired().script("a", ACTIVE, "2").bind("LDAP", HOOK, 10, "a"));
        FakeServer killed =
                new FakeServer().connector("LDAP").script("a", ACTIVE, "1").wedge("a");
        RecordedRun cut =
                new RecordedRun(killed, new Desired().script("a", ACTIVE, "2"), Told.PRUNE.recreatingWedged(), 3);
        assertEquals(
                List.of(
                        "rename script a (made by R): it steps aside until it goes, for its name is an older one's",
                        "rename script a: as it was before run R",
                        "delete script a (made by R): run R made it"),
                RecordedRun.told(cut.reversal()));
        assertEquals(List.of(), cut.reversal().remarks());
        assertEquals(List.of("script a" + STAYS), run.reversal().remarks());
    }
}
