package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.mojo.base.AbstractGoal;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.ResultSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However a run ends, {@code result.json} says how, and nothing that an earlier run left is taken for its own. */
@MojoTest(realRepositorySession = true)
class EndingsTest extends GoalFixture {

    private static final String OUT = "target/idp-scripts/";

    /** Everything that any goal writes. */
    private static final List<String> ALL = List.of(
            "result.json",
            "plan.json",
            "plan.md",
            "plan.html",
            "rollback.json",
            "TEST-idp-scripts.xml",
            "coverage.info",
            "validate.sarif",
            "diff.html",
            "status.json");

    @BeforeEach
    void files() {
        use(Repo.in(folder).file("scripts/a.rhai", "let x = 1;\n"));
    }

    /** A goal that ends as a test wants. */
    private static final class Ending extends AbstractGoal {

        private final Runnable body;

        Ending(Runnable body) {
            this.body = body;
        }

        @Override
        protected Outcome run() {
            notes().count("tests", 7);
            body.run();
            return Outcome.NO_CHANGES;
        }
    }

    private Ending ending(ShowMojo like, Runnable body) throws ReflectiveOperationException {
        Ending goal = new Ending(body);
        for (String field : List.of("session", "execution", "directory", "outputDirectory")) {
            var from = AbstractGoal.class.getDeclaredField(field);
            from.setAccessible(true);
            give(goal, field, from.get(like));
        }
        goal.setLog(log);
        return goal;
    }

    private static Runnable throwing(Supplier<Throwable> thrown) {
        return () -> EndingsTest.<RuntimeException>sneak(thrown.get());
    }

    @SuppressWarnings("unchecked") // so that one table holds exceptions and errors
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    @InjectMojo(goal = "show")
    void whatNobodyForesawHasAnEndingToo(ShowMojo like) throws Exception {
        NullPointerException nothing = new NullPointerException("nothing is there");
        Map<Throwable, String> table = Map.of(
                nothing,
                "NullPointerException: nothing is there (EndingsTest.java:",
                new IllegalStateException(),
                "IllegalStateException (EndingsTest.java:",
                new StackOverflowError(),
                "MAVEN_OPTS=-Xss16m",
                new OutOfMemoryError("Java heap space"),
                "MAVEN_OPTS=-Xmx2g",
                new NoClassDefFoundError("com/example/Gone"),
                "NoClassDefFoundError: com/example/Gone",
                new CompletionException(new ArithmeticException("/ by zero")),
                "ArithmeticException: / by zero",
                new UncheckedIOException(new IOException("disk is gone")),
                "IOException: disk is gone");
        for (Map.Entry<Throwable, String> row : table.entrySet()) {
            repo.file(OUT + "result.json", "{\"outcome\":\"NO_CHANGES\"}");
            Ending goal = ending(like, throwing(row::getKey));
            MojoExecutionException e = assertThrows(MojoExecutionException.class, goal::execute);
            assertTrue(e.getMessage().startsWith("show ended unexpectedly: "), e.getMessage());
            assertTrue(e.getMessage().contains(row.getValue()), e.getMessage());
            assertTrue(e.getMessage().contains("\nNothing was changed. "), e.getMessage());
            ResultSchema.checked(repo.read(OUT + "result.json"));
            assertEquals("INTERNAL", result().path("outcome").asText());
            assertEquals("INTERNAL", result().path("error").path("code").asText());
            assertEquals(e.getMessage(), result().path("error").path("message").asText());
            assertEquals(7, result().path("counts").path("tests").asInt());
            assertFalse(repo.read(OUT + "result.json").contains("\\tat "), repo.read(OUT + "result.json"));
        }
        MojoExecutionException e =
                assertThrows(MojoExecutionException.class, ending(like, throwing(() -> nothing))::execute);
        assertSame(nothing, e.getCause(), "the trace is for -e");
    }

    @Test
    @InjectMojo(goal = "show")
    void aNameThatTheLocaleCannotSay(ShowMojo like) throws Exception {
        InvalidPathException name =
                new InvalidPathException("m??nchen.yaml", "Malformed input or input contains unmappable characters");
        fails(
                MojoFailureException.class,
                ending(like, throwing(() -> name)),
                "CONFIG",
                "m??nchen.yaml",
                "LC_ALL=C.UTF-8",
                "Nothing was changed.");
    }

    /** The reason must not be lost because showing it fails, here by a name that is no file's. */
    @Test
    @InjectMojo(goal = "show")
    void problemsThatCannotBeShownBesideTheirLines(ShowMojo like) throws Exception {
        InvalidFiles invalid = new InvalidFiles(
                ErrorCode.FILES_INVALID, List.of(new Problem(SourceLocation.of("scripts/\0.yaml"), "is wrong")));
        fails(MojoFailureException.class, ending(like, throwing(() -> invalid)), "INVALID", "1 problem in the files");
        assertEquals(
                "is wrong",
                result().path("error").path("problems").path(0).path("message").asText());
    }

    private void leaves(AbstractMojo goal, String... gone) throws Exception {
        repo.file("environments/other.yaml", "url: sandbox\n");
        ALL.forEach(name -> repo.file(OUT + name, "of an earlier run"));
        assertThrows(MojoFailureException.class, goal::execute);
        List<String> stale = new ArrayList<>();
        for (String name : ALL) {
            if (Files.exists(folder.resolve(OUT + name))
                    && repo.read(OUT + name).equals("of an earlier run")) {
                stale.add(name);
            }
        }
        List<String> left = new ArrayList<>(ALL);
        left.remove("result.json");
        left.removeAll(List.of(gone));
        assertEquals(left, stale);
        assertEquals("CONFIG", result().path("outcome").asText());
    }

    @Test
    void nothingOfAnEarlierRunIsLeft(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "drift") DriftMojo drift,
            @InjectMojo(goal = "rollback") RollbackMojo rollback,
            @InjectMojo(goal = "test") TestMojo test,
            @InjectMojo(goal = "validate") ValidateMojo validate,
            @InjectMojo(goal = "deactivate") DeactivateMojo deactivate,
            @InjectMojo(goal = "pull") PullMojo pull)
            throws Exception {
        leaves(plan, "plan.json", "plan.md", "plan.html");
        leaves(apply, "plan.json", "plan.md", "plan.html");
        leaves(drift, "plan.json", "plan.md", "plan.html");
        leaves(rollback, "rollback.json", "plan.md", "plan.html");
        leaves(test, "TEST-idp-scripts.xml", "coverage.info");
        leaves(validate, "validate.sarif");
        leaves(deactivate, "plan.md");
        leaves(pull);
        give(apply, "plan", folder.resolve(OUT + "plan.json").toFile());
        leaves(apply);
    }

    @Test
    @InjectMojo(goal = "status")
    void norOfAnEarlierLook(StatusMojo status) throws Exception {
        leaves(status, "status.json");
    }

    /** What a goal writes is what it removes before. */
    @Test
    void whatIsWrittenIsRemovedBefore(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "deactivate") DeactivateMojo deactivate,
            @InjectMojo(goal = "rollback") RollbackMojo rollback,
            @InjectMojo(goal = "validate") ValidateMojo validate,
            @InjectMojo(goal = "test") TestMojo test)
            throws Exception {
        give(deactivate, "script", "a");
        give(rollback, "toApply", "last");
        for (AbstractMojo goal : List.of(validate, test, plan, apply, deactivate, rollback)) {
            goal.execute();
        }
        List<String> written = new ArrayList<>();
        try (var files = Files.list(folder.resolve(OUT))) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .forEach(written::add);
        }
        written.removeAll(ALL);
        assertEquals(List.of(), written);
    }

    @Test
    void aSavedPlanStays(
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "show") ShowMojo show,
            @InjectMojo(goal = "apply") ApplyMojo apply)
            throws Exception {
        passes(plan, "CHANGES");
        String saved = repo.read(OUT + "plan.json");
        passes(show, "CHANGES");
        give(apply, "plan", folder.resolve(OUT + "plan.json").toFile());
        passes(apply, "APPLIED");
        assertEquals(saved, repo.read(OUT + "plan.json"));
    }

    /** A stream that is written to never throws: it must be asked. */
    @Test
    @InjectMojo(goal = "status")
    void standardOutputOfAFullDisk(StatusMojo status) throws Exception {
        give(status, "format", "json");
        PrintStream before = System.out;
        System.setOut(new PrintStream(new FullDisk(), true, StandardCharsets.UTF_8));
        try {
            fails(MojoExecutionException.class, status, "CONFIG", "standard output did not take");
        } finally {
            System.setOut(before);
        }
        assertTrue(repo.read(OUT + "status.json").startsWith("{"));
    }

    private static final class FullDisk extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void outputsThatCannotBeWritten(
            @InjectMojo(goal = "plan") PlanMojo plan, @InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        Consumer<AbstractMojo> refused = goal -> {
            Exception e = assertThrows(MojoExecutionException.class, goal::execute);
            assertTrue(e.getMessage().contains("cannot write "), e.getMessage());
            assertTrue(e.getMessage().contains("-Didp-scripts.outputDirectory=DIR"), e.getMessage());
            assertTrue(e.getMessage().contains("Nothing was changed."), e.getMessage());
        };
        repo.file(OUT + "result.json/in/the/way", "");
        refused.accept(plan);
        refused.accept(apply);
        repo.file("taken", "a file");
        give(apply, "outputDirectory", folder.resolve("taken/out").toFile());
        refused.accept(apply);
        assertFalse(Files.exists(folder.resolve(OUT + "sandbox")), "nothing was sent");
    }

    @Test
    @InjectMojo(goal = "show")
    void aRunThatEndedWellAndCannotSaySo(ShowMojo like) throws Exception {
        Ending goal = ending(like, () -> repo.file(OUT + "result.json/in/the/way", ""));
        MojoExecutionException e = assertThrows(MojoExecutionException.class, goal::execute);
        assertTrue(e.getMessage().contains("the run itself ended well (NO_CHANGES)"), e.getMessage());
    }
}
