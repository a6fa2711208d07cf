package dev.idpscripts.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.sandbox.faults.Fault;
import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.server.http.Exchange;
import dev.idpscripts.server.http.Transport;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.NoJournal;
import dev.idpscripts.testing.RandomFiles;
import dev.idpscripts.testing.SharedEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Any plan, any troubles, any policy: what must hold afterwards. {@code -Dfault.seed=1234} begins elsewhere, {@code -Dfault.cases=1}
 * runs one.
 */
@Tag("proof")
class RandomFaultsTest {

    private static final int AT_ONCE = 4;
    private static final int MOST_REQUESTS = 70;
    private static final List<OnFailure> POLICIES = List.of(OnFailure.ROLLBACK, OnFailure.STOP, OnFailure.CONTINUE);
    /** Without those that only waiting ends: {@link FaultMatrixTest} has them. */
    private static final List<FaultKind> KINDS = FaultCase.kinds().stream()
            .filter(kind -> kind != FaultKind.STALLED_BODY)
            .toList();

    private static final Exchange.Limits LIMITS = new Exchange.Limits(Transport.LIMITS.patience(), FaultCase.LARGEST);

    private final AtomicInteger troubled = new AtomicInteger();

    @Test
    void whateverFailsTheServerIsAsTheReportSaysAndTheNextApplyFinishes() throws Exception {
        long first = Long.getLong("fault.seed", 1);
        int cases = Integer.getInteger("fault.cases", 2_000);
        System.out.println("random faults: " + cases + " cases, -Dfault.seed=" + first);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        // Shared, since a new one costs more than the rest of a case.
        Engine engine = new RhaiEngine();
        List<Future<List<String>>> running = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            long seed = first + i;
            running.add(threads.submit(() -> complaints(seed, engine)));
        }
        List<String> wrong = new ArrayList<>();
        for (Future<List<String>> one : running) {
            wrong.addAll(one.get());
        }
        threads.shutdown();
        engine.close();
        assertEquals(List.of(), wrong.stream().limit(10).toList());
        assertTrue(troubled.get() >= cases / 4, "only " + troubled + " applies failed");
    }

    private List<String> complaints(long seed, Engine engine) {
        Random random = new Random(seed);
        RandomFiles files = new RandomFiles(seed);
        Declarations old = files.some(new Desired().declare());
        Declarations wanted = files.some(old);
        OnFailure policy = POLICIES.get(random.nextInt(POLICIES.size()));
        List<Fault> faults = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> new Fault(
                        random.nextBoolean() ? "WRITE *" : "*",
                        1 + random.nextInt(MOST_REQUESTS),
                        1 + random.nextInt(3),
                        KINDS.get(random.nextInt(KINDS.size()))))
                .toList();
        List<String> wrong = new ArrayList<>();
        String label = "-Dfault.seed=" + seed + " " + policy + " " + faults;
        Faults switchboard = Faults.none();
        SandboxOptions options =
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP", "HR"));
        try (Sandbox sandbox = Sandbox.start(options, switchboard, new SharedEngine(engine))) {
            Client client = new Client(sandbox, true);
            client.apply(client.plan(old));
            // Without a login: its keys take longer to make than all the rest.
            client.server().scripts().create(Aftermath.NOT_OURS, Optional.of("left alone"));
            Inventory before = client.inventory();
            switchboard.set(faults);
            Optional<ApplyResult> applied = apply(Client.within(LIMITS, sandbox, true), wanted, policy);
            switchboard.set(List.of());
            Aftermath after = new Aftermath(label, before, wanted, wrong);
            after.judge(client.inventory(), applied);
            after.converge(client, faults.stream().anyMatch(f -> f.kind() == FaultKind.WEDGE));
        } catch (RuntimeException e) {
            wrong.add(label + ": " + e);
        }
        return wrong;
    }

    private Optional<ApplyResult> apply(Client client, Declarations wanted, OnFailure policy) {
        try {
            Plan plan = client.plan(wanted);
            ApplyResult applied = client.apply(plan, client.statuses(plan), policy, new NoJournal());
            if (!applied.isComplete()) {
                troubled.incrementAndGet();
            }
            return Optional.of(applied);
        } catch (IdpScriptsException e) {
            // Nothing was begun: the server must be as before.
            troubled.incrementAndGet();
            return Optional.empty();
        }
    }
}
