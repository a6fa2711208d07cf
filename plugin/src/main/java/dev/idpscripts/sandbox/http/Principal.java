package dev.idpscripts.sandbox.http;

import java.util.Set;
import java.util.UUID;

/**
 * Who sends a request.
 *
 * @param id the nil UUID where nobody has to say who he is
 */
public record Principal(UUID id, Set<String> roles) {

    public static final UUID NIL = new UUID(0, 0);
    public static final Principal ANYBODY = new Principal(NIL, Set.of());

    public Principal {
        roles = Set.copyOf(roles);
    }

    public boolean isAdmin() {
        return roles.contains("admin") || roles.contains("super_admin");
    }
}
