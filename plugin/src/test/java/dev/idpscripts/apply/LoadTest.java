package dev.idpscripts.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.NoJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people edit the same scripts all the time while applies run; {@code -Dload.rounds=250} by default. */
@Tag("proof")
class LoadTest {

    private static final int SCRIPTS = 50;
    private static final int ROUNDS = Integer.getInteger("load.rounds", 250);

    /** Long enough for some pushes to find nobody in their way. */
    private static final int MOST_PAUSE_MILLIS = 40;

    private final AtomicBoolean over = new AtomicBoolean();
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();

    @Test
    void versionsStayDenseAndNobodysBodyIsLostWithoutAWord() throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP")))) {
            Client us = new Client(sandbox, false);
            us.apply(us.plan(wanted(0).declare()));
            ExecutorService people = Executors.newFixedThreadPool(2);
            List<Future<Integer>> edits = IntStream.range(0, 2)
                    .mapToObj(person -> people.submit(() -> edit(Client.colleague(sandbox), person)))
                    .toList();
            List<ApplyResult> runs = applies(us);
            over.set(true);
            int edited = 0;
            for (Future<Integer> person : edits) {
                edited += person.get();
            }
            people.shutdown();
            long met = runs.stream().filter(r -> !r.isComplete()).count();
            System.out.println(
                    "load: " + runs.size() + " applies, " + edited + " edits, " + met + " applies met an edit");
            assertTrue(edited > SCRIPTS, "nobody edited");
            assertEquals(ROUNDS, runs.size(), "applies");
            assertTrue(met > ROUNDS / 4, "only " + met + " applies met an edit");
            histories(us, runs);
        }
    }

    private Desired wanted(int round) {
        Desired files = new Desired();
        for (int i = 0; i < SCRIPTS; i++) {
            String body = "// round " + round + " script " + i;
            bodies.add(body);
            files.script("s" + i, ScriptStatus.ACTIVE, body);
        }
        return files;
    }

    /** One round after the other; each plans, looks once more, and pushes what nobody has touched since. */
    private List<ApplyResult> applies(Client us) {
        List<ApplyResult> runs = new ArrayList<>();
        OnFailure[] policies = {OnFailure.ROLLBACK, OnFailure.STOP, OnFailure.CONTINUE};
        for (int round = 1; round <= ROUNDS; round++) {
            try {
                Plan plan = us.plan(wanted(round).declare());
                runs.add(us.apply(plan, us.statuses(plan), policies[round % policies.length], new NoJournal()));
            } catch (IdpScriptsException e) {
                throw new AssertionError(e);
            }
        }
        return runs;
    }

    private int edit(Client person, int number) throws InterruptedException {
        Random random = new Random(number);
        List<StoredScript> scripts = person.server().scripts().all();
        int edits = 0;
        while (!over.get()) {
            StoredScript script = scripts.get(random.nextInt(scripts.size()));
            String body = "// person " + number + " edit " + edits;
            bodies.add(body);
            try {
                person.server().versions().push(script.id(), script.name(), new Body(body), "by hand");
                edits++;
                Thread.sleep(random.nextInt(MOST_PAUSE_MILLIS));
            } catch (IdpScriptsException e) {
                // Two at once: the server refuses one.
                assertTrue(e.getMessage().contains("500"), e.getMessage());
            }
        }
        return edits;
    }

    private void histories(Client us, List<ApplyResult> runs) {
        for (StoredScript script : us.server().scripts().all()) {
            Map<Integer, StoredVersion> versions = new TreeMap<>();
            us.server().versions().all(script.id(), script.name()).forEach(v -> versions.put(v.versionNumber(), v));
            assertEquals(
                    IntStream.rangeClosed(1, script.currentVersion()).boxed().toList(),
                    List.copyOf(versions.keySet()),
                    "dense");
            versions.values().stream()
                    .filter(v -> v.versionNumber() > 1)
                    .forEach(v -> assertTrue(bodies.contains(v.scriptBody()), v.scriptBody()));
            versions.forEach((number, version) -> {
                StoredVersion before = versions.get(number - 1);
                boolean ours = Provenance.parse(version.changeDescription()).isPresent()
                        && version.scriptBody().contains("round");
                boolean theirs = before != null && before.scriptBody().contains("person");
                // A plan that saw their version may replace it; what came in between must be told.
                if (ours && theirs) {
                    assertTrue(
                            runs.stream().anyMatch(run -> isPlannedOrTold(run, script.name(), number)),
                            script.name() + " version " + (number - 1) + " was replaced without a word");
                }
            });
        }
    }

    private static boolean isPlannedOrTold(ApplyResult run, String script, int version) {
        return run.results().stream()
                .filter(r -> r.change().subject().name().equals(script))
                .anyMatch(r -> r.change()
                                .stored()
                                .flatMap(s -> s.version().stream().boxed().findFirst())
                                .filter(v -> v == version - 1)
                                .isPresent()
                        || r.message().contains("pushed version " + (version - 1)));
    }
}
