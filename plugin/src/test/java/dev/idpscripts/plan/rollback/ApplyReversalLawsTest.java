package dev.idpscripts.plan.rollback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.RecordedChange;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Holding;
import dev.idpscripts.testing.RandomFiles;
import dev.idpscripts.testing.Told;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every run that is taken back: with the server's rules, without a server. RollbackLawTest has one, and bodies. */
class ApplyReversalLawsTest {

    /** A server that held random files, and what a run to others did there. */
    private static final class Story {

        private final FakeServer server = new FakeServer().connector("LDAP").connector("HR");
        private final RandomFiles random;
        private final Declarations files;
        private final Inventory before;
        private final RecordedRun run;

        Story(long seed) {
            random = new RandomFiles(seed);
            Declarations first = random.some(new Desired().declare());
            apply(first);
            before = server.inventory();
            files = random.some(first);
            run = new RecordedRun(server, files, Told.PRUNE, Integer.MAX_VALUE);
        }

        void apply(Declarations wanted) {
            server.apply(Planner.plan(wanted, server.inventory(), Told.PRUNE));
        }
    }

    private static UUID id(Change change) {
        return change.stored().map(ObjectRef::id).orElse(null);
    }

    /**
     * But for bodies of scripts, which go back by the server's own operation, and for what it has no way back from: drafts that were made
     * active, and annotations that there were not before.
     */
    private static Map<String, String> held(Inventory server, Inventory before) {
        Desired silent = new Desired();
        before.templates().stream()
                .filter(template -> template.placeholderAnnotations() == null)
                .forEach(template -> silent.template(template.name(), null, "", template.category(), "", null));
        Map<String, String> objects =
                new TreeMap<>(Holding.held(server, silent.declare()).objects());
        objects.replaceAll((object, what) -> object.startsWith("script ")
                ? what.replaceFirst("^draft|^inactive", "off").replaceFirst("[0-9a-f]{64}", "")
                : what);
        return objects;
    }

    @Property(tries = 400)
    void whatWasThereIsThereAgainAndNothingElse(@ForAll long seed) {
        Story story = new Story(seed);
        assertEquals(List.of(), story.run.reversal().refusals());
        story.run.undo();
        assertEquals(held(story.before, story.before), held(story.server.inventory(), story.before));
        assertEquals(List.of(), story.run.reversal().planned());
    }

    @Property(tries = 400)
    void whereNobodyDidAnythingNothingIsDrift(@ForAll long seed) {
        assertEquals(
                List.of(),
                new Story(seed)
                        .run.reversal().planned().stream()
                                .filter(each -> each.cause().overwrites())
                                .toList());
    }

    /** What somebody made or changed since is left; but a script that has the name of a deleted one is bound in its stead. */
    @Property(tries = 400)
    void whatTheRunDidNotTouchIsNotTouched(@ForAll long seed) {
        Story story = new Story(seed);
        story.apply(story.random.some(story.files));
        Set<UUID> touched = new HashSet<>();
        Set<ObjectAddress> deleted = new HashSet<>();
        for (RecordedChange each : story.run.done()) {
            touched.add(id(each.change()));
            each.made().ifPresent(touched::add);
            if (each.change() instanceof BindingChange binding) {
                // To be bound again it may have to be active for a moment.
                binding.scriptId().ifPresent(touched::add);
            }
            if (each.change() instanceof NamedChange.Delete) {
                deleted.add(each.change().subject());
            }
        }
        for (PlannedChange each : story.run.reversal().planned()) {
            Change change = each.change();
            boolean bound = change instanceof BindingChange binding
                    && (deleted.contains(ObjectAddress.script(binding.script()))
                            || binding.scriptId().filter(touched::contains).isPresent());
            assertTrue(
                    bound || touched.contains(id(change)) || deleted.contains(change.subject()),
                    () -> change.kind() + " " + change.subject());
        }
    }
}
