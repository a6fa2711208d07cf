package dev.idpscripts.sandbox.wire;

import dev.idpscripts.sandbox.login.AuthRoutes;
import dev.idpscripts.sandbox.routes.AuditRoutes;
import dev.idpscripts.sandbox.routes.BindingRoutes;
import dev.idpscripts.sandbox.routes.ConnectorRoutes;
import dev.idpscripts.sandbox.routes.LogRoutes;
import dev.idpscripts.sandbox.routes.ScriptRoutes;
import dev.idpscripts.sandbox.routes.TemplateRoutes;
import dev.idpscripts.sandbox.routes.TestingRoutes;
import dev.idpscripts.sandbox.routes.VersionRoutes;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** What the endpoints of the embedded server read requests into: theirs, not copies of them. */
final class EndpointStructs {

    private static final List<Class<?>> ENDPOINTS = List.of(
            AuditRoutes.class,
            AuthRoutes.class,
            BindingRoutes.class,
            ConnectorRoutes.class,
            LogRoutes.class,
            ScriptRoutes.class,
            TemplateRoutes.class,
            TestingRoutes.class,
            VersionRoutes.class);

    private EndpointStructs() {}

    static List<Struct> all() {
        return ENDPOINTS.stream()
                .flatMap(endpoints -> Arrays.stream(endpoints.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Struct.class)
                .map(field -> {
                    try {
                        field.setAccessible(true);
                        return (Struct) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    static Struct named(String name) {
        return all().stream()
                .filter(struct -> struct.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
