package dev.idpscripts.check;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.ScriptChange;
import java.util.List;
import java.util.Optional;

/**
 * A body that a plan pushes.
 *
 * @param before what the server has now
 */
record Pushed(Script script, Optional<Body> before) {

    static List<Pushed> by(Plan plan) {
        return plan.changes().stream().flatMap(change -> by(change).stream()).toList();
    }

    private static Optional<Pushed> by(Change change) {
        if (change instanceof ScriptChange.Create create) {
            return Optional.of(new Pushed(create.script(), Optional.empty()));
        }
        return change instanceof ScriptChange.Update update
                ? Optional.of(new Pushed(update.script(), update.before()))
                : Optional.empty();
    }
}
