package dev.idpscripts.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.Holding;
import dev.idpscripts.testing.RandomFiles;
import dev.idpscripts.testing.RepoWriter;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What holds for all repositories, from the files to the server and back. */
@Tag("proof")
class ApplyLawsTest {

    @Property(tries = 100)
    void afterApplyingOneAndThenAnotherTheServerHoldsExactlyTheOther(@ForAll long seed) throws IOException {
        RandomFiles random = new RandomFiles(seed);
        Declarations a = random.some(new Desired().declare());
        Declarations b = random.some(a);
        try (Sandbox sandbox = Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("LDAP", "HR")))) {
            Client client = new Client(sandbox, true);
            for (Declarations wanted : List.of(a, b)) {
                Declarations files = throughFiles(wanted);
                ApplyResult applied = client.apply(client.plan(files));
                assertTrue(applied.isComplete(), () -> applied.results().toString());
                assertEquals(List.of(), client.plan(files).changes());
                assertEquals(Holding.wanted(wanted), Holding.held(client.inventory(), wanted));
            }
        }
    }

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll long seed) throws IOException {
        Declarations files = new RandomFiles(seed).some(new Desired().declare());
        assertEquals(Holding.wanted(files), Holding.wanted(throughFiles(files)));
    }

    private static Declarations throughFiles(Declarations files) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "laws");
        RepoWriter.write(folder, files);
        return new Workspace(folder).read(new Environments(folder).choose(null));
    }
}
