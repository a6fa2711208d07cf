package dev.idpscripts.command.find;

import dev.idpscripts.command.option.DiffSide;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.plan.rollback.RollbackTarget;
import dev.idpscripts.plan.rollback.VersionResolver;
import dev.idpscripts.server.Server;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.select.SingleScript;
import dev.idpscripts.workspace.select.StoredScripts;
import java.util.List;

/**
 * Reads what is compared.
 *
 * @param tree the repository
 * @param script what people call the script; null if they did not
 */
public record ComparedBodies(SourceTree tree, String script) {

    /** The file, with the environment's values. */
    public ComparedBody read(Environment environment) {
        return ComparedBody.of(new SingleScript(tree, environment).find(script));
    }

    /**
     * What is on a server.
     *
     * @throws UserError if there is no such script or version
     */
    public ComparedBody read(DiffSide side, Environment where, Server server) {
        List<Script> declared = new Workspace(tree).look(where).files().scripts();
        StoredScript found = new StoredScripts(declared, server.scripts().all()).one(script);
        RollbackTarget aim =
                side instanceof DiffSide.Older older ? older.aim() : new RollbackTarget.Version(found.currentVersion());
        VersionResolver.Resolution version =
                VersionResolver.find(found, server.versions().all(found.id(), found.name()), aim);
        return version.version()
                .map(stored -> ComparedBody.of(where.name(), found, stored))
                .orElseThrow(() -> new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "script " + found.name() + " on " + where.name() + ": " + version.why(),
                        "To see what there is:\n  "
                                + GoalCommand.of("versions")
                                        .with("environment", where.name())
                                        .with("script", found.name())));
    }
}
