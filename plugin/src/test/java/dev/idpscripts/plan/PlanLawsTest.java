package dev.idpscripts.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Holding;
import dev.idpscripts.testing.RandomFiles;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What holds for all repositories. */
@Tag("proof")
class PlanLawsTest {

    private static final PlanOptions PRUNE = new PlanOptions(
            new Target("test", "https://idp.example.com", FakeServer.TENANT), FakeServer.REPOSITORY, true);

    /** Each change is checked against the server's rules on the way: order, free slots, at most ten, unique names. */
    @Property(tries = 3000)
    void afterApplyingOneAndThenAnotherTheServerHoldsExactlyTheOther(@ForAll long seed) {
        RandomFiles random = new RandomFiles(seed);
        FakeServer server = new FakeServer().connector("LDAP").connector("HR");
        Declarations a = random.some(new Desired().declare());
        Declarations b = random.some(a);
        for (Declarations files : List.of(a, b)) {
            Plan plan = Planner.plan(files, server.inventory(), PRUNE);
            assertEquals(List.of(), plan.problems());
            server.apply(plan);
            assertEquals(
                    List.of(), Planner.plan(files, server.inventory(), PRUNE).changes());
            assertEquals(Holding.wanted(files), Holding.held(server.inventory(), files));
        }
    }

    @Property(tries = 1000)
    void aPlanDoesNotDependOnTheOrderInWhichThingsAreRead(@ForAll long seed) {
        RandomFiles random = new RandomFiles(seed);
        FakeServer server = new FakeServer().connector("LDAP").connector("HR");
        Declarations a = random.some(new Desired().declare());
        server.apply(Planner.plan(a, server.inventory(), PRUNE));
        Declarations b = random.some(a);

        assertEquals(
                Planner.plan(b, server.inventory(), PRUNE),
                Planner.plan(random.shuffled(b), server.shuffled(new Random(seed)), PRUNE));
    }
}
