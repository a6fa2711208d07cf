package dev.idpscripts.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.apply.write.RollbackLabel;
import dev.idpscripts.command.option.RollbackAim;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.Holding;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import dev.idpscripts.workspace.Environments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * After A, then B, going back to commit A leaves the server as it was after A. History n is made from the number n;
 * {@code -Dlaws.first=16 -Dlaws.histories=200} plays others.
 */
@Tag("proof")
class CommitRollbackLawTest extends CommandFixture {

    private static final int FIRST = Integer.getInteger("laws.first", 1);
    private static final int HISTORIES = Integer.getInteger("laws.histories", 15);
    private static final List<String> HOOKS = List.of("before create", "after disable");

    @Test
    void theServerHoldsWhatItHeldThen() throws IOException {
        for (int n = FIRST; n < FIRST + HISTORIES; n++) {
            // What was deleted after another history is none of this one's business.
            repository = "h" + n;
            history(new Random(n), folder.resolve("h" + n), n);
            empty();
        }
    }

    private void history(Random chance, Path place, int number) throws IOException {
        TestGit git = new TestGit(place);
        Repo made = Repo.in(place).file(".gitignore", "target/\n.idp-scripts/\n");
        git.run("init", "-q", "-b", "main");
        write(chance, made);
        String first = git.commit("A");
        apply(place, first);
        Holding then = held();
        for (int commits = 1 + chance.nextInt(2); commits > 0; commits--) {
            write(chance, made);
            apply(place, git.commit("B" + commits));
        }
        Session session = session(place, first);
        RollbackCommand.Options options = new RollbackCommand.Options(
                new RollbackAim(null, first, null, null, null),
                null,
                new RollbackLabel("jo", "a test"),
                false,
                "false",
                1_000,
                100,
                place.resolve("journal.jsonl"),
                Verbosity.NORMAL);
        Outcome outcome = new RollbackCommand(session, options).run();
        assertEquals(then, held(), () -> "history " + number + ", " + outcome + ": " + console.said());
        assertEquals(Outcome.NO_CHANGES, new RollbackCommand(session(place, first), options).run());
    }

    private Holding held() {
        return Holding.held(new Client(sandbox, false).inventory(), new Desired().declare());
    }

    private void apply(Path place, String commit) {
        Client us = new Client(sandbox, false).of(repository);
        Plan plan = us.plan(place, new Environments(place).choose("sandbox"));
        assertEquals(List.of(), plan.problems());
        assertEquals(List.of(), plan.overwriting());
        ApplyResult result = us.apply(plan, commit);
        assertTrue(result.isComplete(), () -> place + ": " + result);
    }

    /** Files anew; one in three stays as it is. */
    private static void write(Random chance, Repo repo) throws IOException {
        List<String> scripts = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            if (chance.nextInt(3) > 0) {
                remove(repo, "scripts/" + name + ".rhai", "scripts/" + name + ".yaml");
                if (chance.nextInt(4) > 0) {
                    repo.file("scripts/" + name + ".rhai", "output.v = " + chance.nextInt(3) + ";\n")
                            .file(
                                    "scripts/" + name + ".yaml",
                                    "description: d" + chance.nextInt(3) + "\nstatus: "
                                            + (chance.nextBoolean() ? "active" : "inactive") + "\n");
                }
            }
            if (Files.exists(repo.root().resolve("scripts/" + name + ".rhai"))) {
                scripts.add(name);
            }
        }
        StringBuilder hooks = new StringBuilder("connector: Corporate LDAP\nhooks:\n");
        for (String hook : HOOKS) {
            hooks.append("  ").append(hook).append(":\n");
            Collections.shuffle(scripts, chance);
            hooks.append(scripts.isEmpty() || chance.nextInt(5) == 0 ? "    []\n" : "");
            for (String script : hooks.toString().endsWith("[]\n") ? List.<String>of() : scripts) {
                hooks.append("    - {script: ")
                        .append(script)
                        .append(", timeout: ")
                        .append(10 + chance.nextInt(3))
                        .append("s}\n");
            }
        }
        if (chance.nextInt(5) == 0) {
            // The only file of its folder, which Git does not keep then.
            remove(repo, "bindings/ldap.yaml", "bindings");
        } else {
            repo.file("bindings/ldap.yaml", hooks.toString());
        }
        repo.folder("templates");
        for (String name : List.of("t", "u")) {
            remove(repo, "templates/" + name + ".rhai");
            if (chance.nextBoolean()) {
                repo.file("templates/" + name + ".rhai", "let t = " + chance.nextInt(3) + ";\n");
            }
        }
        repo.file("templates/kept.rhai", "let kept = 1;\n").file("scripts/kept.rhai", "1;\n");
    }

    private static void remove(Repo repo, String... files) throws IOException {
        for (String file : files) {
            Files.deleteIfExists(repo.root().resolve(file));
        }
    }

    private void empty() {
        colleague.scripts().all().forEach(script -> {
            colleague.bindings().ofScript(script.id()).forEach(binding -> colleague
                    .bindings()
                    .unbind(binding.id(), new Slot("Corporate LDAP", binding.hook(), binding.executionOrder())));
            colleague.scripts().delete(script.id(), script.name());
        });
        Stream.of(colleague.templates().all())
                .flatMap(List::stream)
                .filter(template -> !template.isSystem())
                .forEach(template -> colleague.templates().delete(template.id(), template.name()));
    }
}
