package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How like two bodies must be so that it is asked whether one is the other renamed. */
class RenameLikenessTest {

    private static List<String> questions(Desired files, FakeServer server) {
        Plan plan = server.plan(files, false);
        return RenameGuess.questions(plan, server.inventory());
    }

    private static String lines(String letters) {
        return String.join("\n", letters.split(""));
    }

    /** Each letter is a line; four fifths of the lines must be common. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "abcd, abcdef, true",
        "abcd, abcdefg, false",
        "abcdef, abcd, true",
        "abcdefg, abcd, false",
        "abcde, abcdX, true",
        "abcd, abcX, false",
        "abcdef, abcXYZ, false",
        "abcdefghij, Xbcdefghij, true",
        "abc, abcd, true",
        "ab, abc, false",
        "abc, ab, false",
        "ab, abX, false"
    })
    void isAskedFrom(String here, String there, boolean asked) {
        List<String> questions = questions(
                new Desired().script("New", ACTIVE, lines(here)), new FakeServer().script("Old", ACTIVE, lines(there)));
        assertEquals(asked ? 1 : 0, questions.size(), () -> questions.toString());
    }

    @Test
    void emptyBodiesAreLikeNothing() {
        assertEquals(
                List.of(),
                questions(new Desired().script("New", ACTIVE, "\n"), new FakeServer().script("Old", ACTIVE, "\n")));
    }

    @Test
    void aScriptIsNoTemplate() {
        assertEquals(
                List.of(),
                questions(
                        new Desired().script("New", ACTIVE, "let a = 1;"),
                        new FakeServer().template("Old", null, CUSTOM, "let a = 1;", null)));
    }

    @Test
    void aScriptThatGoesByATombstoneMayBeTheOne() {
        assertEquals(
                List.of(
                        "script New is new, and Old, which no file declares, has the same body: is this a rename? Then write"
                                + " \"renamedFrom: Old\" in scripts/New.yaml, and it keeps its id, history and bindings"),
                questions(
                        new Desired().script("New", ACTIVE, "let a = 1;").removed("Old"),
                        new FakeServer().script("Old", ACTIVE, "let a = 1;")));
    }

    /** Comparing line by line takes time: of very many only what is exactly the same is asked for. */
    @Test
    void ofVeryManyOnlyExactlyTheSameIsAskedFor() {
        assertEquals(1, ofMany(50, 50));
        assertEquals(0, ofMany(51, 50));
    }

    private static int ofMany(int fresh, int orphans) {
        Desired files = new Desired();
        FakeServer server = new FakeServer();
        for (int i = 0; i < fresh; i++) {
            files.script("new" + i, ACTIVE, i == 0 ? lines("abcde") : "new " + i);
        }
        for (int i = 0; i < orphans; i++) {
            server.script("old" + i, ACTIVE, i == 0 ? lines("abcdX") : "old " + i);
        }
        return questions(files, server).size();
    }
}
