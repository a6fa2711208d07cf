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

    private static final Set<Change.Kind> ALONE =
            Set.of(Change.Kind.UPDATE, Change.Kind.DESCRIBE, Change.Kind.REBIND, Change.Kind.UNBIND);

    /** A server that holds random files, and the plan to others that are made from them. */
    private static final class Story {

        private final FakeServer server = new FakeServer().connector("LDAP").connector("HR");
        private final RandomFiles random;
        private final Declarations before;
        private final Declarations after;
        private final Plan plan;

        Story(long seed) {
            random = new RandomFiles(seed);
            before = random.some(new Desired().declare());
            server.apply(plan(before));
            after = random.some(before);
            plan = plan(after);
        }

        Plan plan(Declarations files) {
            return Planner.plan(files, server.inventory(), PRUNE);
        }

        /** Does one thing that does not depend on another. */
        void somebody(Random chance) {
            Plan theirs = plan(random.some(before));
            List<PlannedChange> alone = theirs.planned().stream()
                    .filter(each -> ALONE.contains(each.change().kind()))
                    .toList();
            if (!alone.isEmpty()) {
                server.apply(theirs.only(List.of(alone.get(chance.nextInt(alone.size())))));
            }
        }

        List<ChangeStatus> statuses() {
            return StalenessCheck.compare(plan, server.inventory());
        }
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
        Story story = new Story(seed);
        List<PlannedChange> planned = story.plan.planned();
        story.server.apply(story.plan.only(planned.subList(0, new Random(seed).nextInt(planned.size() + 1))));
        List<ChangeStatus> statuses = story.statuses();
        assertEquals(List.of(), in(State.STALE, statuses));
        story.server.apply(pending(story.plan, statuses));
        assertEquals(List.of(), story.plan(story.after).changes());
        assertEquals(Holding.wanted(story.after), Holding.held(story.server.inventory(), story.after));
    }

    /** Whatever somebody did meanwhile: if nothing is stale, the rest can be carried out, and then all of the plan holds. */
    @Property(tries = 1000)
    void whatIsNotStaleCanBeCarriedOutAndHolds(@ForAll long seed) {
        Story story = new Story(seed);
        story.somebody(new Random(seed));
        List<ChangeStatus> statuses = story.statuses();
        if (in(State.STALE, statuses).isEmpty()) {
            story.server.apply(pending(story.plan, statuses));
            Set<String> planned =
                    story.plan.changes().stream().map(StalenessLawsTest::words).collect(Collectors.toSet());
            List<String> next = story.plan(story.after).changes().stream()
                    .map(StalenessLawsTest::words)
                    .toList();
            assertEquals(
                    List.of(),
                    next.stream()
                            .filter(planned::contains)
                            // Active for a moment, to be bound once more.
                            .filter(words -> !next.contains(words.replaceFirst("^deactivate", "activate"))
                                    || !words.startsWith("deactivate"))
                            .toList());
        }
    }

    private static String words(Change change) {
        return change.kind() + " " + change.subject();
    }
}
