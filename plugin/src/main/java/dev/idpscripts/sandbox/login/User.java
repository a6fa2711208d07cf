package dev.idpscripts.sandbox.login;

import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.http.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The users of the embedded server. */
public record User(UUID id, String email, String role) {

    public static final User ADMIN =
            new User(UUID.fromString("a0000000-0000-4000-8000-000000000001"), Sandbox.ADMIN_EMAIL, "admin");
    static final User USER =
            new User(UUID.fromString("a0000000-0000-4000-8000-000000000002"), Sandbox.USER_EMAIL, "user");

    static final User COLLEAGUE =
            new User(UUID.fromString("a0000000-0000-4000-8000-000000000003"), Sandbox.COLLEAGUE_EMAIL, "admin");

    private static final List<User> ALL = List.of(ADMIN, USER, COLLEAGUE);

    static Optional<User> byEmail(String email) {
        return ALL.stream().filter(u -> u.email().equals(email)).findFirst();
    }

    static Optional<User> byId(UUID id) {
        return ALL.stream().filter(u -> u.id().equals(id)).findFirst();
    }

    Caller caller() {
        return new Caller(id, Set.of(role));
    }
}
