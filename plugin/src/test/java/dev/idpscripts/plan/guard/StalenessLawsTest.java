package dev.idpscripts.plan.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.plan.guard.ChangeStatus.State;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Holding;
import dev.idpscripts.testing.RandomFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for a plan that meets the server again, whatever happened there: with the server's rules, without a server. */
class StalenessLawsTest {

    private static final PlanOptions PRUNE = new PlanOptions(
            new Target("test", "https://idp.example.com", FakeServer.TENANT), FakeServer.REPOSITORY, true);

    private static FakeServer server() {
        return new FakeServer().connector("LDAP").connector("HR");
    }

    private static Plan plan(FakeServer server, Declarations files) {
        return Planner.plan(files, server.inventory(), PRUNE);
    }

    /** What is left, with the server's objects as they are now. */
    private static Plan pending(Plan plan, List<ChangeStatus> statuses) {
        List<PlannedChange> left = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.get(i).state() == State.PENDING) {
                left.add(new PlannedChange(
                        statuses.get(i).change(), plan.planned().get(i).reason()));
            }
        }
        return plan.only(left);
    }

    private static List<ChangeStatus> in(State state, List<ChangeStatus> statuses) {
        return statuses.stream().filter(status -> status.state() == state).toList();
    }

    /** An apply that was cut off anywhere is finished by the same plan, which takes nothing that it did itself for somebody's. */
    @Property(tries = 1000)
    void whatWasBegunCanBeFinished(@ForAll long seed) {
        RandomFiles random = new RandomFiles(seed);
        FakeServer server = server();
        Declarations before = random.some(new Desired().declare());
        server.apply(plan(server, before));
        Declarations after = random.some(before);
        Plan plan = plan(server, after);
        int done = new Random(seed).nextInt(plan.planned().size() + 1);
        server.apply(plan.only(plan.planned().subList(0, done)));
        List<ChangeStatus> statuses = StalenessCheck.compare(plan, server.inventory());
        assertEquals(List.of(), in(State.STALE, statuses));
        server.apply(pending(plan, statuses));
        assertEquals(List.of(), plan(server, after).changes());
        assertEquals(Holding.wanted(after), Holding.held(server.inventory(), after));
    }

    /** Whatever somebody did meanwhile: if nothing is stale, the rest can be carried out, and then all of the plan holds. */
    @Property(tries = 1000)
    void whatIsNotStaleCanBeCarriedOutAndHolds(@ForAll long seed) {
        RandomFiles random = new RandomFiles(seed);
        FakeServer server = server();
        Declarations before = random.some(new Desired().declare());
        server.apply(plan(server, before));
        Declarations after = random.some(before);
        Plan plan = plan(server, after);
        server.apply(plan(server, random.some(before)));
        List<ChangeStatus> statuses = StalenessCheck.compare(plan, server.inventory());
        if (in(State.STALE, statuses).isEmpty()) {
            server.apply(pending(plan, statuses));
            Set<String> planned =
                    plan.changes().stream().map(StalenessLawsTest::words).collect(Collectors.toSet());
            assertEquals(
                    List.of(),
                    plan(server, after).changes().stream()
                            .map(StalenessLawsTest::words)
                            .filter(planned::contains)
                            .toList());
        }
    }

    private static String words(Change change) {
        return change.kind() + " " + change.subject();
    }
}
