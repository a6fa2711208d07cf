package dev.idpscripts.plan.pull;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;

/** A script {@code a} of this repository, with a text, pushed from the first commit; and what a pull makes of its file. */
final class PulledScript {

    private PulledScript() {}

    static void becomes(String expected, Desired files, KnownServer server) {
        becomes(List.of(expected), files, server, Told.OPTIONS);
    }

    static void becomes(List<String> expected, Desired files, KnownServer server, PlanOptions options) {
        assertEquals(expected, PulledWords.scripts(PulledWords.pull(files, server.inventory(), options)));
    }

    static KnownServer server(ScriptStatus status) {
        return new KnownServer(new FakeServer().script("a", "text", status, "1", REPOSITORY))
                .current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    static Desired files(String body) {
        return new Desired().script("a", null, "text", ACTIVE, body);
    }
}
