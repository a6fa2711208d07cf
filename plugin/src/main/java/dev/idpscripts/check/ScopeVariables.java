package dev.idpscripts.check;

import java.util.List;

/** The variables that a script sees (server.md 4.2). */
final class ScopeVariables {

    static final List<String> CONSTANT =
            List.of("tenant_id", "connector_id", "user_id", "operation_type", "object_class", "target_uid");

    static final List<String> ALL = List.of(
            "attributes",
            "variables",
            "output",
            "tenant_id",
            "connector_id",
            "user_id",
            "operation_type",
            "object_class",
            "target_uid");

    private ScopeVariables() {}
}
