package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import dev.idpscripts.testing.Repo;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Saves one after the other, and what watch says to each. */
@Timeout(120)
@MojoTest(realRepositorySession = true)
class WatchGoalTest extends GoalFixture {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private Thread running = new Thread();

    @BeforeEach
    void files() {
        doAnswer(call -> lines.add(call.getArgument(0).toString())).when(log).info(any(CharSequence.class));
        use(Repo.in(folder)
                .file("scripts/mail.rhai", "attributes.mail = \"a\";\n")
                .file("scripts/mail.tests.yaml", """
                tests:
                  - name: a mail
                    expect: {attributes: {mail: a}}
                """)
                .file("scripts/other.rhai", "let x = 1;\n"));
    }

    @AfterEach
    void end() throws Exception {
        running.interrupt();
        running.join();
    }

    private void start(WatchMojo goal) {
        running = new Thread(() -> execute(goal));
        running.start();
    }

    private static void execute(AbstractMojo goal) {
        try {
            goal.execute();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines up to the end of a round. */
    private List<String> round() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        while (lines.isEmpty() || !lines.get(lines.size() - 1).matches(".* [0-9]+ ms\\.|Watching on\\.")) {
            String line = this.lines.poll(60, TimeUnit.SECONDS);
            assertFalse(line == null, "nothing more after " + lines);
            lines.add(line);
        }
        return lines;
    }

    /** A round says all of this; on a machine with much to do, others may come before it that saw a save half done. */
    private void says(String... texts) throws InterruptedException {
        for (String lines = ""; !Stream.of(texts).allMatch(lines::contains); ) {
            lines = String.join("\n", round());
        }
    }

    @Test
    void eachSaveIsAnswered(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "watch") WatchMojo goal)
            throws Exception {
        apply.execute();
        lines.clear();
        start(goal);
        says("Valid: 2 scripts", "1 test passed, 0 failed; 1 script without tests. No changes to the server.");
        repo.file("scripts/mail.rhai", "attributes.mail = \"b\";\n");
        says(
                "Changed: scripts/mail.rhai",
                "FAILED    mail",
                "mail: expected \"a\", got \"b\"",
                "~ script mail gets a new body, version 2 -> 3",
                "+attributes.mail = \"b\";",
                "0 tests passed, 1 failed",
                "Plan: change 1 of 2 scripts.");
        repo.file("scripts/mail.rhai", "attributes.mail = ;\n");
        says("error scripts/mail.rhai:1:", "1 | attributes.mail = ;", "1 error in the files.");
        repo.file("scripts/mail.tests.yaml", "tests: [\n");
        says("error scripts/mail.tests.yaml:2:1: not valid YAML");
        Files.move(folder.resolve("scripts"), folder.resolve("elsewhere"));
        says("there is no folder scripts", "Watching on.");
        Files.move(folder.resolve("elsewhere"), folder.resolve("scripts"));
        says("Changed: scripts", "error scripts/mail.tests.yaml:2:1: not valid YAML");
        repo.file("scripts/mail.tests.yaml", "tests: []\n").file("scripts/mail.rhai", "attributes.mail = \"a\";\n");
        says("Valid: 2 scripts", "No changes to the server.");
    }

    @Test
    @MojoParameter(name = "offline", value = "true")
    void withoutAServer(@InjectMojo(goal = "watch") WatchMojo goal) throws Exception {
        start(goal);
        String last = String.join("\n", round());
        assertFalse(last.substring(last.indexOf("Watching")).contains("server"), last);
        repo.file("environments/sandbox.yaml", "url: sandbox\nvales: {}\n");
        says("environments/sandbox.yaml:2:1: unknown key \"vales\"", "Watching on.");
        assertFalse(Files.exists(folder.resolve("target/idp-scripts/sandbox")));
    }

    @Test
    @MojoParameter(name = "offline", value = "true")
    void anEndAfterSomeRounds(@InjectMojo(goal = "watch") WatchMojo goal) throws Exception {
        goal.endAfter(1);
        goal.execute();
        says("Valid: 2 scripts");
        assertTrue(repo.read("target/idp-scripts/result.json").contains("\"NO_CHANGES\""));
    }
}
