package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;

/** A script {@code a} whose body is another in the file than there. */
final class EditedBody {

    private EditedBody() {}

    static Desired files(String body) {
        return new Desired().script("a", ACTIVE, body);
    }

    static KnownServer server() {
        return new KnownServer(new FakeServer().script("a", ACTIVE, "1"));
    }

    static void says(String expected, KnownServer server, String mine, PlanOptions options) {
        assertEquals(List.of("update script a: " + expected), Told.who(files(mine), server.inventory(), options));
    }
}
