package dev.idpscripts.command.release;

import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.view.CommitsApart;
import dev.idpscripts.model.view.CommitsApart.NamedCommit;
import dev.idpscripts.view.EnvironmentCommit;
import dev.idpscripts.workspace.git.CommitRelations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up in Git how far environments are from one another, and from what is checked out. */
public final class CommitComparison {

    private static final String HEAD = "HEAD";

    private final Optional<CommitRelations> git;

    /** @param folder the repository's */
    public CommitComparison(Path folder) {
        this.git = open(folder);
    }

    /** Where Git cannot tell, what the server says is shown all the same. */
    private static Optional<CommitRelations> open(Path folder) {
        try {
            return CommitRelations.of(folder);
        } catch (IdpScriptsException e) {
            return Optional.empty();
        }
    }

    /** One compared with what is checked out. */
    public EnvironmentCommit of(EnvironmentCommit environment) {
        return of(List.of(environment)).get(0);
    }

    /** The first compared with what is checked out, each other one with that before it. */
    public List<EnvironmentCommit> of(List<EnvironmentCommit> environments) {
        List<EnvironmentCommit> compared = new ArrayList<>();
        for (EnvironmentCommit each : environments) {
            EnvironmentCommit named = each.named(
                    git.filter(known -> !each.commit().isEmpty()).flatMap(known -> known.find(each.commit())));
            compared.add(
                    compared.isEmpty()
                            ? against(named, HEAD, git.map(CommitRelations::head))
                            : against(named, compared.get(compared.size() - 1)));
        }
        return compared;
    }

    private EnvironmentCommit against(EnvironmentCommit one, EnvironmentCommit other) {
        return against(one, other.environment(), other.named());
    }

    private EnvironmentCommit against(EnvironmentCommit one, String what, Optional<NamedCommit> other) {
        Optional<CommitsApart> apart =
                git.flatMap(known -> one.named().flatMap(a -> other.flatMap(b -> known.apart(a, b))));
        return one.comparedWith(what, apart);
    }
}
