package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.PlanSession;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.mojo.maven.RepositoryId;
import dev.idpscripts.server.VersionCache;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.git.GitHistory;
import dev.idpscripts.workspace.select.StoredScripts;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that talk to a server: whose scripts are whose, and versions that are read once. */
abstract class ServerGoal extends FilesGoal {

    /**
     * This repository's id, by which it knows again what it pushed, such as
     * {@code -Didp-scripts.repository=acme-identity}. Letters, digits and {@code . _ : / -}. Default: group and artifact id of
     * the POM, or without a POM the folder's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.repository")
    private String repository;

    ServerGoal(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    final String repositoryId() {
        return RepositoryId.of(repository, session(), directory());
    }

    final VersionCache cache(Connection open) {
        return new VersionCache(
                open.cacheName().map(name -> outputs().resolve("versions").resolve(name)));
    }

    /** Finds scripts on the server by what people call them. What is wrong in the files does not matter for that. */
    final StoredScripts scripts(Environment chosen, List<StoredScript> stored) {
        return new StoredScripts(new Workspace(directory()).look(chosen).files().scripts(), stored);
    }

    /** Files and server, ready to be compared. */
    final PlanSession planning(Declarations files, Environment chosen, Connection open, boolean prune) {
        PlanOptions options = new PlanOptions(Target.of(chosen), repositoryId(), prune);
        return new PlanSession(files, open.server(), cache(open), options, new GitHistory(directory()));
    }
}
