package dev.idpscripts.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.pull.PulledFile;
import dev.idpscripts.model.stored.Evidence;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Pulled;
import dev.idpscripts.testing.Repo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 5,000 scripts, while another client makes and deletes some: what stays is in every status, once. */
class ManyScriptsTest {

    private static final int SCRIPTS = 5_000;
    private static final StatusView.Selection ALL =
            new StatusView.Selection(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Plan NOTHING = Planner.plan(
            Declarations.NONE,
            new FakeServer().inventory(),
            new PlanOptions(new Target("test", "x", FakeServer.TENANT), "acme", false));

    @Test
    void statusStaysCompleteAndRight() throws Exception {
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of()))) {
            Client client = new Client(sandbox, false);
            IntStream.range(0, SCRIPTS)
                    .parallel()
                    .forEach(i -> client.server().scripts().create("stays " + i, Optional.empty()));
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService other = Executors.newSingleThreadExecutor();
            Future<Integer> churn = other.submit(() -> churn(Client.colleague(sandbox), over));
            for (int round = 0; round < 3; round++) {
                List<StoredScript> scripts = client.server().scripts().all();
                Inventory server = new Inventory(List.of(), scripts, List.of(), List.of(), Map.of(), Evidence.NONE);
                Table table =
                        StatusView.table(server, Declarations.NONE, NOTHING, ALL, EnvironmentCommit.unknown("test"));
                List<String> names = table.rows().stream()
                        .map(row -> row.get(0).toString())
                        .filter(name -> name.startsWith("stays "))
                        .toList();
                assertEquals(SCRIPTS, names.size());
                assertEquals(SCRIPTS, Set.copyOf(names).size());
            }
            over.set(true);
            assertTrue(churn.get() > 0, "nobody was in the way");
            other.shutdown();
        }
    }

    @Test
    void pullStaysCompleteAndRight(@TempDir Path folder) throws Exception {
        int scripts = 500;
        Repo.in(folder);
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of()))) {
            Client client = new Client(sandbox, false);
            IntStream.range(0, scripts).parallel().forEach(i -> {
                StoredScript made = client.server().scripts().create("stays " + i, Optional.empty());
                client.server().versions().push(made.id(), made.name(), new Body("let i = " + i + ";\n"), "made");
            });
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService other = Executors.newSingleThreadExecutor();
            Future<Integer> churn = other.submit(() -> churn(Client.colleague(sandbox), over));
            List<PulledFile> pulled = Pulled.from(client, folder);
            over.set(true);
            assertTrue(churn.get() > 0, "nobody was in the way");
            other.shutdown();
            assertEquals(
                    Set.of(FileState.CREATED),
                    pulled.stream().map(PulledFile::state).collect(Collectors.toSet()));
            Map<String, Body> bodies = Pulled.read(folder).scripts().stream()
                    .filter(script -> script.name().startsWith("stays "))
                    .collect(Collectors.toMap(Script::name, Script::body));
            assertEquals(
                    IntStream.range(0, scripts)
                            .boxed()
                            .collect(Collectors.toMap(i -> "stays " + i, i -> new Body("let i = " + i + ";\n"))),
                    bodies);
        }
    }

    private static int churn(Client person, AtomicBoolean over) {
        int made = 0;
        while (!over.get()) {
            StoredScript script = person.server().scripts().create("comes and goes " + made, Optional.empty());
            person.server().scripts().delete(script.id(), script.name());
            made++;
        }
        return made;
    }
}
