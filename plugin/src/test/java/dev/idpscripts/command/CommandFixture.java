package dev.idpscripts.command;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Outputs;
import dev.idpscripts.command.session.RunNotes;
import dev.idpscripts.command.session.Servers;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.server.http.ProxyRoute;
import dev.idpscripts.server.login.Credentials;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.git.CommitFiles;
import dev.idpscripts.workspace.git.FilesCommit;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of commands share: a repository, a server that somebody else works on too, and a console that remembers. */
abstract class CommandFixture {

    @TempDir
    Path folder;

    final RecordedConsole console = new RecordedConsole();
    final RunNotes notes = new RunNotes(() -> "goal");

    Repo repo;
    String repository = FakeServer.REPOSITORY;
    Sandbox sandbox;
    Server colleague;

    @BeforeEach
    final void start() {
        repo = Repo.in(folder);
        sandbox = Sandbox.start(
                new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("Corporate LDAP")));
        colleague = Client.colleague(sandbox).server();
    }

    @AfterEach
    final void stop() {
        sandbox.close();
    }

    final Session session() {
        return session(SourceTree.of(folder), FilesCommit.of(folder));
    }

    /** With the files of a commit. */
    final Session session(Path place, String commit) {
        CommitFiles files = CommitFiles.of(place, "toCommit", commit);
        return session(new SourceTree(place, Optional.of(files)), files.commit());
    }

    private Session session(SourceTree tree, FilesCommit commit) {
        return new Session(
                tree,
                new Environments(tree.root()).choose(null),
                () -> repository,
                "1.0",
                console,
                new Outputs(tree.root().resolve("target/idp-scripts"), new Secrets()),
                notes,
                new Servers() {

                    @Override
                    public Connection open(Environment environment) {
                        Server server = new Client(sandbox, false).server();
                        return new Connection(server, Optional.empty(), new VersionCache(Optional.empty()));
                    }

                    @Override
                    public Credentials credentials(Environment environment) {
                        throw new IllegalStateException("nobody asks");
                    }

                    @Override
                    public ProxyRoute route(URI address) {
                        return ProxyRoute.DIRECT;
                    }
                },
                GoalCommand.of("goal"),
                commit);
    }
}
