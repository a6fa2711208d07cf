package dev.idpscripts.plan.rollback;

import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a rollback is planned from.
 *
 * @param rest what else is to be done
 * @param files how much the files declare
 * @param remarks what is known already that the reader should know
 * @param refusals what stands in the way already
 */
public record RollbackRequest(
        List<Wanted> wanted,
        InversePlan rest,
        PlanOptions options,
        ObjectCounts files,
        List<String> remarks,
        List<String> refusals) {

    /**
     * A script that is to go back.
     *
     * @param history all its versions, newest first
     */
    public record Wanted(StoredScript script, List<StoredVersion> history, RollbackTarget aim) {

        public Wanted {
            history = List.copyOf(history);
        }

        /** Empty if the server has no row of that version. */
        Optional<StoredVersion> current() {
            return history.stream()
                    .filter(version -> version.versionNumber() == script.currentVersion())
                    .findFirst();
        }

        /** The version that was stored and never became current; empty if the script is not wedged. */
        Optional<StoredVersion> stuck() {
            return history.stream().findFirst().filter(newest -> newest.versionNumber() > script.currentVersion());
        }
    }

    public RollbackRequest {
        wanted = List.copyOf(wanted);
        remarks = List.copyOf(remarks);
        refusals = List.copyOf(refusals);
    }
}
