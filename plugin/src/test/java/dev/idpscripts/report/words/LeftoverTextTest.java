package dev.idpscripts.report.words;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever deletes a file may think that what it declared is gone. */
class LeftoverTextTest {

    private static final Hook CREATE = new Hook(HookPhase.BEFORE, Operation.CREATE);

    private static final FakeServer SERVER = new FakeServer()
            .connector("HR")
            .script("kept", ACTIVE, "1")
            .script("runs", ACTIVE, "1")
            .script("unbound", ACTIVE, "1")
            .script("off", INACTIVE, "1")
            .script("theirs", null, ACTIVE, "1", "another")
            .bind("HR", CREATE, 10, "runs")
            .bind("HR", CREATE, 20, "off")
            .bind("HR", CREATE, 30, "theirs")
            .bind("HR", CREATE, 40, "kept")
            .template("t", null, TemplateCategory.CUSTOM, "1", null);

    private static List<String> told(Desired files, boolean prune) {
        return LeftoverText.sentences(SERVER.plan(files, prune));
    }

    private static Desired kept() {
        return new Desired().script("kept", ACTIVE, "1");
    }

    @Test
    void whatIsInNoFileIsNamed() {
        assertEquals(
                List.of(
                        "1 script of this repository is in no file and keeps running: runs.",
                        "1 binding of scripts of this repository is in no file and keeps running: HR, before create, order 40.",
                        "2 scripts of this repository are in no file and stay, unused: off, unbound."),
                told(kept(), false));
        assertEquals(List.of(), told(kept(), true), "with pruning they go");
    }

    @Test
    void aPlaceThatIsTakenRunsItNoMore() {
        Desired files = kept().bind("HR", CREATE, 10, "kept");
        assertEquals(
                List.of("3 scripts of this repository are in no file and stay, unused: off, runs, unbound."),
                told(files, false));
    }

    @Test
    void whatRemovesItNamesTheServer() {
        assertEquals(
                "mvn idp-scripts:plan -Didp-scripts.environment=staging -Didp-scripts.prune",
                LeftoverText.removal(SERVER.plan(kept(), false)).toString());
    }
}
