package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose change it is where the surroundings are what they are in life, with a real Git and a real Maven (issue 20). */
class StoriesIT {

    private static final String HOOK = "connector: Corporate LDAP\nhooks:\n  before create:\n    - script: ";

    @TempDir
    Path folder;

    /** A clone, or the part of one, in which somebody works; all share one server. */
    private final class Checkout {

        private final Path place;
        private final String repository;

        Checkout(String place, String repository) {
            this.place = folder.resolve(place);
            this.repository = repository;
        }

        Repo files() {
            return Repo.in(place);
        }

        String git(String... arguments) {
            return new TestGit(place).run(arguments);
        }

        String commit(String message) {
            return new TestGit(place).commit(message).substring(0, 7);
        }

        /** Runs a goal, and says what it said if it ended so. */
        String run(String goal, String outcome, String... options) throws IOException {
            List<String> arguments = new ArrayList<>(List.of(MavenRun.PLUGIN + ":" + goal));
            arguments.add("-Didp-scripts.repository=" + repository);
            arguments.add("-Didp-scripts.sandbox.directory=" + folder.resolve("server"));
            arguments.addAll(List.of(options));
            String said =
                    MavenRun.in(place).run(arguments.toArray(String[]::new)).output();
            Path result = place.resolve("target/idp-scripts/result.json");
            assertTrue(Files.exists(result), said);
            assertEquals(
                    outcome,
                    new ObjectMapper()
                            .readTree(Files.readString(result))
                            .path("outcome")
                            .asText(),
                    said);
            return said;
        }
    }

    private static void contains(String said, String text) {
        assertTrue(said.contains(text), text + " is not in " + said);
    }

    @Test
    void aFolderOfAMonorepoAndAWorktreeOfItThatIsBehind() throws IOException {
        Checkout main = new Checkout("mono/iam", "acme");
        main.files().file("scripts/a.rhai", "output.a = 1;\n").file("../app/Main.java", "class Main {}\n");
        Files.writeString(folder.resolve("mono/.gitignore"), "target/\n.idp-scripts/\n");
        new TestGit(folder.resolve("mono")).run("init", "-q", "-b", "main");
        main.commit("Begin");
        main.run("apply", "APPLIED");
        // What goes on beside the folder is none of its business.
        main.files().file("../app/Main.java", "class Main { int i; }\n");
        main.commit("An application");
        main.run("deactivate", "APPLIED", "-Didp-scripts.script=a", "-Didp-scripts.reason=INC-77");
        main.files().file("../app/Main.java", "class Main { int j; }\n");
        contains(main.run("plan", "DRIFT"), "who applies this repository, made it inactive");
        main.run("activate", "APPLIED", "-Didp-scripts.script=a");
        main.commit("More of it");

        main.git(
                "worktree", "add", "-q", "-b", "feature", folder.resolve("tree").toString());
        Checkout tree = new Checkout("tree/iam", "acme");
        tree.files().file("scripts/a.rhai", "output.a = 2;\n");
        String feature = tree.commit("A feature");
        tree.run("apply", "APPLIED");
        contains(
                main.run("plan", "BEHIND"),
                "commit " + feature + " of Ada, \"A feature\", says so, and it is not in this checkout");
        main.git("merge", "-q", "feature");
        contains(main.run("plan", "NO_CHANGES"), "No changes.");
    }

    /** The stories in which it was told wrongly, one after the other as a team might live them. */
    @Test
    void aYearOfATeam() throws IOException {
        Checkout main = new Checkout("team", "acme");
        Repo files = main.files().file("scripts/a.rhai", "output.a = 1;\n").file("scripts/b.rhai", "output.b = 1;\n");
        files.file(".gitignore", "target/\n.idp-scripts/\n").file("bindings/ldap.yaml", HOOK + "a\n    - script: b\n");
        main.git("init", "-q", "-b", "main");
        main.commit("Begin");
        main.run("apply", "APPLIED");

        // Somebody goes back in the night; in the morning that is taken over, and then mended.
        files.file("scripts/a.rhai", "output.a = 2;\n");
        main.commit("A fault");
        main.run("apply", "APPLIED");
        main.run("rollback", "APPLIED", "-Didp-scripts.script=a", "-Didp-scripts.reason=INC-78");
        contains(main.run("plan", "DRIFT"), "who applies this repository, rolled it back");
        main.run("pull", "APPLIED");
        main.commit("As it was");
        files.file("scripts/a.rhai", "output.a = 3;\n");
        main.commit("A proper fix");
        contains(main.run("apply", "APPLIED"), "local edit");

        // The last line of a hook goes, with its file, and comes again by git revert.
        files.delete("bindings/ldap.yaml");
        main.commit("They run nowhere");
        contains(main.run("apply", "APPLIED"), "unbind");
        main.git("revert", "--no-edit", "HEAD");
        contains(main.run("apply", "APPLIED"), "bind");

        // A branch is tried, squashed into main and deleted; its commits are rewritten; one is picked for a release.
        main.git("checkout", "-q", "-b", "feature");
        files.file("scripts/a.rhai", "output.a = 4;\n");
        main.commit("Half");
        main.run("apply", "APPLIED");
        main.git("checkout", "-q", "main");
        main.git("merge", "-q", "--squash", "feature");
        main.commit("A feature");
        main.git("branch", "-q", "-D", "feature");
        contains(main.run("plan", "NO_CHANGES"), "No changes.");
        files.file("scripts/a.rhai", "output.a = 5;\n");
        main.commit("Go on");
        main.run("apply", "APPLIED");
        main.git("commit", "-q", "--amend", "-m", "Go on, said better");
        files.file("scripts/a.rhai", "output.a = 6;\n");
        String fix = main.commit("A fix for the release");
        contains(main.run("plan", "CHANGES"), "local edit");
        main.git("checkout", "-q", "-b", "release", "HEAD~1");
        main.git("cherry-pick", fix);
        main.run("apply", "APPLIED");
        main.git("checkout", "-q", "main");
        contains(main.run("plan", "NO_CHANGES"), "No changes.");

        // Two rename the same script; the one who did not apply it is behind.
        main.git("checkout", "-q", "-b", "theirs");
        files.file("scripts/b.yaml", "name: Their name\nrenamedFrom: b\n");
        files.file("bindings/ldap.yaml", HOOK + "a\n    - script: Their name\n");
        String theirs = main.commit("Their rename");
        main.run("apply", "APPLIED");
        main.git("checkout", "-q", "main");
        files.file("scripts/b.yaml", "name: Our name\nrenamedFrom: b\n");
        files.file("bindings/ldap.yaml", HOOK + "a\n    - script: Our name\n");
        main.commit("Our rename");
        contains(main.run("plan", "BEHIND"), "commit " + theirs + " of Ada, \"Their rename\", says so");

        // Another team takes over what is there.
        Checkout adopted = new Checkout("adopted", "others");
        adopted.files().file("environments/sandbox.yaml", "url: sandbox\n");
        adopted.run("init", "APPLIED", "-Didp-scripts.from=server");
        adopted.git("init", "-q", "-b", "main");
        adopted.commit("What is there");
        contains(adopted.run("plan", "NO_CHANGES"), "No changes.");
        adopted.files().file("scripts/a.rhai", "output.a = 7;\n");
        contains(adopted.run("plan", "CHANGES"), "local edit");
    }

    @Test
    void aShallowCloneInCi() throws IOException {
        Checkout main = new Checkout("origin", "acme");
        main.files().file("scripts/a.rhai", "output.a = 1;\n").file(".gitignore", "target/\n.idp-scripts/\n");
        main.git("init", "-q", "-b", "main");
        main.commit("Begin");
        main.run("apply", "APPLIED");
        main.files().file("scripts/a.rhai", "output.a = 2;\n");
        main.commit("An edit");
        new TestGit(folder)
                .run(
                        "clone",
                        "-q",
                        "--depth",
                        "1",
                        folder.resolve("origin").toUri().toString(),
                        "ci");
        Checkout ci = new Checkout("ci", "acme");
        contains(ci.run("plan", "CHANGES"), "local edit");
        ci.run("apply", "APPLIED");
        contains(main.run("releases", "NO_CHANGES"), "\"An edit\", level with HEAD");
        contains(ci.run("plan", "NO_CHANGES"), "No changes.");
    }

    @Test
    void twoRepositoriesOnOneTenant() throws IOException {
        Checkout one = new Checkout("one", "acme:one");
        one.files().file("scripts/a.rhai", "output.a = 1;\n").file("bindings/ldap.yaml", HOOK + "a\n");
        one.files().file(".gitignore", "target/\n.idp-scripts/\n");
        one.git("init", "-q", "-b", "main");
        one.commit("One");
        one.run("apply", "APPLIED");
        Checkout two = new Checkout("two", "acme:two");
        two.files().file("scripts/b.rhai", "output.b = 1;\n");
        two.files().file("bindings/ldap.yaml", HOOK + "b\n      order: 50\n");
        two.files().file(".gitignore", "target/\n.idp-scripts/\n");
        two.git("init", "-q", "-b", "main");
        two.commit("Two");
        two.run("apply", "APPLIED", "-Didp-scripts.prune");
        // Before one goes on: what it does more than a minute later is a release of its own.
        contains(one.run("releases", "NO_CHANGES"), "1 release to sandbox");
        contains(one.run("plan", "NO_CHANGES", "-Didp-scripts.prune"), "No changes.");
        one.files().delete("bindings/ldap.yaml").file("bindings/ldap.yaml", "connector: Corporate LDAP\n");
        one.commit("a runs nowhere");
        contains(one.run("apply", "APPLIED"), "unbind");
        contains(two.run("plan", "NO_CHANGES"), "No changes.");
    }
}
