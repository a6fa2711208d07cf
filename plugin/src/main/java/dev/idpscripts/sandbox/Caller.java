package dev.idpscripts.sandbox;

import java.util.Set;
import java.util.UUID;

/**
 * Who sends a request.
 *
 * @param id the nil UUID where nobody has to say who he is
 */
record Caller(UUID id, Set<String> roles) {

    static final UUID NIL = new UUID(0, 0);
    static final Caller ANYBODY = new Caller(NIL, Set.of());

    Caller {
        roles = Set.copyOf(roles);
    }

    boolean isAdmin() {
        return roles.contains("admin") || roles.contains("super_admin");
    }
}
