package dev.idpscripts.sandbox.login;

import dev.idpscripts.sandbox.http.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The users of the embedded server. */
public record User(UUID id, String email, String role) {

    public static final User ADMIN =
            new User(UUID.fromString("a0000000-0000-4000-8000-000000000001"), "admin@example.com", "admin");
    public static final User USER =
            new User(UUID.fromString("a0000000-0000-4000-8000-000000000002"), "user@example.com", "user");

    public static final User COLLEAGUE =
            new User(UUID.fromString("a0000000-0000-4000-8000-000000000003"), "colleague@example.com", "admin");

    private static final List<User> ALL = List.of(ADMIN, USER, COLLEAGUE);

    static Optional<User> byEmail(String email) {
        return ALL.stream().filter(u -> u.email().equals(email)).findFirst();
    }

    static Optional<User> byId(UUID id) {
        return ALL.stream().filter(u -> u.id().equals(id)).findFirst();
    }

    Principal caller() {
        return new Principal(id, Set.of(role));
    }
}
