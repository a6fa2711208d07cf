package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new object and one that is left over may be the same: that is asked, never decided. */
class RenameGuessTest {

    private static final String BODY = "let a = 1;\nlet b = 2;\nlet c = 3;\nlet d = 4;\nlet e = 5;\n";

    private static List<String> questions(Desired files, FakeServer server, boolean prune) {
        Plan plan = server.plan(files, prune);
        return RenameGuess.questions(plan, server.inventory());
    }

    @Test
    void theSameBody() {
        List<String> asked = List.of(
                "script New is new, and Old, which no file declares, has the same body: is this a rename? Then write"
                        + " \"renamedFrom: Old\" in scripts/New.yaml, and it keeps its id, history and bindings");
        Desired files = new Desired().script("New", ACTIVE, BODY);
        FakeServer server = new FakeServer().script("Old", ACTIVE, BODY);
        assertEquals(asked, questions(files, server, false));
        assertEquals(asked, questions(files, server, true), "more than ever where the old one is deleted");
    }

    @Test
    void nearlyTheSameBody() {
        Desired files = new Desired().script("New", ACTIVE, BODY.replace("b = 2", "b = 3"));
        List<String> asked = questions(files, new FakeServer().script("Old", ACTIVE, BODY), false);
        assertEquals(1, asked.size());
        assertTrue(asked.get(0).contains("has nearly the same body: is this a rename?"), asked.get(0));
        Desired other = new Desired().script("New", ACTIVE, BODY.replace("let", "const"));
        assertEquals(List.of(), questions(other, new FakeServer().script("Old", ACTIVE, BODY), false));
    }

    /** Somebody wrote a name into the metadata that stood for the file's own before. */
    @Test
    void theSameFile() {
        Desired files = new Desired().script("login-name", ACTIVE, "other();\n");
        FakeServer server = new FakeServer().script("Login name", ACTIVE, BODY);
        assertTrue(questions(files, server, false).get(0).contains("was called like this file"));
    }

    @Test
    void whatIsNobodysBusiness() {
        Desired files = new Desired().script("New", ACTIVE, BODY);
        FakeServer others = new FakeServer().script("Old", null, ACTIVE, BODY, "another");
        assertEquals(List.of(), questions(files, others, false), "another repository's");
        FakeServer declared = new FakeServer().script("Old", ACTIVE, BODY);
        assertEquals(List.of(), questions(files.script("Old", ACTIVE, BODY), declared, false), "a file declares it");
        Desired renamed = new Desired().script("New", "Old", null, ACTIVE, BODY);
        assertEquals(List.of(), questions(renamed, declared, false), "it is said already");
    }

    @Test
    void eachIsAskedForOnce() {
        Desired files = new Desired().script("New", ACTIVE, BODY).script("Newer", ACTIVE, BODY);
        assertEquals(
                1,
                questions(files, new FakeServer().script("Old", ACTIVE, BODY), false)
                        .size());
    }

    @Test
    void templatesToo() {
        Desired files = new Desired().template("New", null, null, TemplateCategory.CUSTOM, BODY, null);
        FakeServer server = new FakeServer().template("Old", null, TemplateCategory.CUSTOM, BODY, null);
        assertTrue(questions(files, server, false).get(0).startsWith("template New is new, and Old,"));
    }
}
