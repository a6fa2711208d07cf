package dev.idpscripts.apply.undo;

import dev.idpscripts.apply.write.RunState;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.ScriptChange;
import java.util.UUID;

/** The request that a person sends to undo a change. */
final class ByHand {

    private ByHand() {}

    static String request(Change change, RunState runState) {
        String path =
                switch (change.subject().type()) {
                            case SCRIPT -> "/governance/scripts/";
                            case BINDING -> "/governance/script-bindings/";
                            case TEMPLATE -> "/governance/script-templates/";
                        }
                        + id(change, runState);
        return switch (change.kind()) {
            case CREATE, BIND -> "DELETE " + path;
            case UPDATE ->
                change instanceof ScriptChange.Update c
                        ? "POST " + path + "/rollback {\"target_version\": "
                                + c.current().currentVersion() + "}"
                        : "PUT " + path + " with the content it had";
            case RENAME ->
                "PUT " + path + " {\"name\": \""
                        + ((NamedChange) change).current().name() + "\"}";
            case DESCRIBE -> "PUT " + path + " with the description it had";
            case ACTIVATE -> "POST " + path + "/deactivate";
            case DEACTIVATE -> "POST " + path + "/activate";
            case REBIND -> "PUT " + path + " with the settings it had";
            case MOVE ->
                "PUT " + path + " {\"execution_order\": "
                        + ((BindingChange.Move) change).from().order() + "}";
            case UNBIND -> "POST /governance/script-bindings with the settings it had";
            case DELETE -> "POST " + path.substring(0, path.lastIndexOf('/')) + " with the content it had";
        };
    }

    private static String id(Change change, RunState runState) {
        return change.stored()
                .map(ObjectRef::id)
                .or(() -> runState.made(change))
                .or(() -> runState.created(change.subject().name()))
                .map(UUID::toString)
                .orElse("{id of " + change.subject().name() + "}");
    }
}
