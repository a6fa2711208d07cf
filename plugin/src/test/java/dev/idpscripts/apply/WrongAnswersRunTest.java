package dev.idpscripts.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.engine.Engine;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.sandbox.faults.Fault;
import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Holding;
import dev.idpscripts.testing.SharedEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that gives one right request in ten the answer of an empty tenant or of a stranger (server.md 2.4): all ends as without. */
@Tag("proof")
class WrongAnswersRunTest {

    private static final int RUNS = 12;

    private static final List<Fault> ONE_IN_TEN = List.of(
            Fault.random("*", 40, FaultKind.INVALID_KEY),
            Fault.random("*", 40, FaultKind.FORBIDDEN),
            Fault.random("*", 40, FaultKind.EMPTY_LIST),
            Fault.random("*", 40, FaultKind.NOT_FOUND));

    @Test
    void planAndApplyEndAsWithout() {
        try (Engine engine = new RhaiEngine()) {
            int without = run(0, List.of(), engine);
            for (int seed = 1; seed <= RUNS; seed++) {
                assertTrue(run(seed, ONE_IN_TEN, engine) > without, "nothing went wrong with seed " + seed);
            }
        }
    }

    /** How many requests it took. */
    private static int run(int seed, List<Fault> wrong, Engine engine) {
        Faults faults = Faults.none();
        SandboxOptions options =
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP", "HR"));
        try (Sandbox sandbox = Sandbox.start(options, faults, new SharedEngine(engine))) {
            Client calm = new Client(sandbox, true);
            calm.apply(calm.plan(FaultCase.old()));
            Plan right = calm.plan(FaultCase.wanted());
            faults.set(wrong, seed);
            Client troubled = new Client(sandbox, true);
            Plan plan = troubled.plan(FaultCase.wanted());
            assertEquals(right.changes(), plan.changes(), "seed " + seed);
            ApplyResult applied = troubled.apply(plan);
            assertTrue(applied.isComplete(), () -> "seed " + seed + ": " + applied.results());
            assertEquals(List.of(), troubled.plan(FaultCase.wanted()).changes(), "seed " + seed);
            faults.set(List.of());
            Map<String, String> wanted = Holding.wanted(FaultCase.wanted()).objects();
            assertEquals(
                    wanted,
                    Holding.held(calm.fresh().inventory(), FaultCase.wanted()).objects(),
                    "seed " + seed);
            return troubled.requests();
        }
    }
}
