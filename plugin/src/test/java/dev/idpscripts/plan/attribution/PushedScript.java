package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A script {@code a} that was pushed from the first commit, on the second day, with its trail from the beginning. */
final class PushedScript {

    /** Its files were not touched since. */
    static final PlanOptions UNTOUCHED = Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("README.md")), Set.of()));

    /** They were. */
    static final PlanOptions TOUCHED = Told.OPTIONS.with(new Checkout(Map.of(ONE, Set.of("scripts/a.yaml")), Set.of()));

    private PushedScript() {}

    static KnownServer server(ScriptStatus status) {
        return new KnownServer(new FakeServer().script("a", "text", status, "1", REPOSITORY))
                .current(pushed("a", 2, "1", REPOSITORY, ONE))
                .did(US, "created", "a", 1, "script_name", "a")
                .did(US, "version_created", "a", 2, "change_description", label(), "version_number", 2);
    }

    /** What stands beside its version. */
    static String label() {
        return pushed("a", 2, "1", REPOSITORY, ONE).changeDescription();
    }

    static Desired files(ScriptStatus status, String description) {
        return new Desired().script("a", null, description, status, "1");
    }

    static void says(String expected, KnownServer server, Desired files, PlanOptions options) {
        assertEquals(List.of(expected), Told.who(files, server.inventory(), options));
    }

    static void switched(String expected, KnownServer server, PlanOptions options) {
        says("activate script a: " + expected, server, files(ACTIVE, null), options);
    }

    static void described(String expected, KnownServer server, PlanOptions options) {
        says("describe script a: " + expected, server, files(ACTIVE, "new"), options);
    }
}
