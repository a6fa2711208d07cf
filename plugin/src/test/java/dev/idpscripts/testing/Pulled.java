package dev.idpscripts.testing;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.pull.Pull;
import dev.idpscripts.model.pull.PulledFile;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.plan.pull.Puller;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.pull.PullWriter;
import dev.idpscripts.workspace.pull.PulledFiles;
import java.nio.file.Path;
import java.util.List;

/** Pulls as the goal does, but without Maven and Git. */
public final class Pulled {

    private static final Target TARGET = new Target("test", Target.SANDBOX, Environment.SYSTEM_TENANT);
    public static final PlanOptions OPTIONS = new PlanOptions(TARGET, FakeServer.REPOSITORY, false);

    private Pulled() {}

    public static Declarations read(Path folder) {
        return new Workspace(folder).readWhatIsThere(environment(folder));
    }

    private static Environment environment(Path folder) {
        return new Environments(folder).choose(null);
    }

    /** From a server, with all that tells who made the differences. */
    public static List<PulledFile> from(Client client, Path folder) {
        return from(client, folder, OPTIONS);
    }

    /** The same, with what Git tells. */
    public static List<PulledFile> from(Client client, Path folder, PlanOptions options) {
        Declarations files = read(folder);
        return write(files, client.comparing(files, options).compare().server(), folder, options);
    }

    /** From what a server holds. */
    public static List<PulledFile> from(Inventory server, Path folder) {
        return write(read(folder), server, folder, OPTIONS);
    }

    private static List<PulledFile> write(Declarations files, Inventory server, Path folder, PlanOptions options) {
        Pull pull = Puller.pull(files, server, Planner.plan(files, server, options.forPull()), options);
        List<PulledFile> pulled = PulledFiles.list(pull, SourceTree.of(folder), environment(folder));
        PullWriter.write(pulled, folder);
        return pulled;
    }
}
