package dev.idpscripts.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.apply.Applier;
import dev.idpscripts.apply.journal.JournalFile;
import dev.idpscripts.apply.journal.JournalRun;
import dev.idpscripts.apply.journal.OnFailure;
import dev.idpscripts.apply.write.RollbackLabel;
import dev.idpscripts.command.change.RollbackReading;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.RollbackPlan;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.report.json.JournalJson;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.ApplyText;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Holding;
import dev.idpscripts.testing.RandomFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Taking back an apply brings back everything that was there before it, whatever the apply did. */
@Tag("proof")
class RollbackLawTest {

    private static final Target TARGET = new Target("test", Target.SANDBOX, Environment.SYSTEM_TENANT);

    private Path journal;

    @Property(tries = 50)
    void afterTakingBackAnApplyTheServerHoldsWhatItHeldBefore(@ForAll long seed) throws IOException {
        journal = Files.createTempDirectory(Path.of("target"), "laws").resolve("journal.jsonl");
        RandomFiles random = new RandomFiles(seed);
        Declarations a = random.some(new Desired().declare());
        Declarations b = random.some(a);
        try (Sandbox sandbox = Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP", "HR")))) {
            Client client = new Client(sandbox, true);
            client.apply(client.plan(a));
            Inventory before = client.inventory();
            JournalRun run = applied(client, b);
            RollbackPlan plan = reading(client).before(run, null);
            assertEquals(List.of(), plan.plan().overwriting());
            ApplyResult applied = rolledBack(client, plan);
            assertTrue(applied.isComplete(), () -> String.join("\n", new ApplyText(Style.PLAIN).render(applied)));
            assertEquals(held(before, before), held(client.inventory(), before));
            assertEquals(List.of(), reading(client).before(run, null).plan().changes());
        }
    }

    private JournalRun applied(Client client, Declarations files) {
        Plan plan = client.plan(files);
        try (JournalFile notes = new JournalFile(journal, Clock.systemUTC(), JournalJson::write)) {
            assertTrue(client.apply(plan, client.statuses(plan), OnFailure.STOP, notes)
                    .isComplete());
            return JournalRun.find(journal, notes.run(), JournalJson::read).orElseThrow();
        }
    }

    private static RollbackReading reading(Client client) {
        return new RollbackReading(
                client.server(),
                new VersionCache(Optional.empty()),
                new Desired().declare(),
                new PlanOptions(TARGET, FakeServer.REPOSITORY, false));
    }

    private ApplyResult rolledBack(Client client, RollbackPlan plan) {
        try (JournalFile notes = new JournalFile(journal, Clock.systemUTC(), JournalJson::write)) {
            return Applier.rollingBack(
                            client.server(), plan, new RollbackLabel("jo", "a test"), notes, client.progress())
                    .apply(plan.plan(), client.statuses(plan.plan()));
        }
    }

    /** But for what the server has no way back from: drafts that were made active, and annotations that there were not before. */
    private static Holding held(Inventory server, Inventory before) {
        Desired silent = new Desired();
        before.templates().stream()
                .filter(template -> template.placeholderAnnotations() == null)
                .map(StoredTemplate::name)
                .forEach(name -> silent.template(name, null, "", TemplateCategory.CUSTOM, "", null));
        TreeMap<String, String> objects =
                new TreeMap<>(Holding.held(server, silent.declare()).objects());
        objects.replaceAll((object, what) -> what.startsWith("draft ") ? what.replaceFirst("draft", "inactive") : what);
        return new Holding(objects);
    }
}
