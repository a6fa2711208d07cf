package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which commits Git is asked about before a plan says who made its differences. */
class CommitQueryTest {

    private final FakeServer fake =
            new FakeServer().connector("LDAP").script("a", ACTIVE, "1").script("b", ACTIVE, "1");

    private static Desired files(String body) {
        return new Desired().script("a", ACTIVE, body).script("b", ACTIVE, "1");
    }

    private KnownServer server() {
        return new KnownServer(fake).current(pushed("a", 2, "1", REPOSITORY, ONE));
    }

    @Test
    void commitsOfCurrentVersionsMatterWhereSomethingOfOursChanges() {
        Inventory server =
                server().current(pushed("b", 3, "1", REPOSITORY, TWO)).inventory();
        assertEquals(Set.of(ONE, TWO), current(files("2"), server));
        assertEquals(Set.of(), current(files("1"), server));
        Inventory theirs = server().current(theirs("a", 3, "1"))
                .current(pushed("b", 3, "1", REPOSITORY, TWO))
                .inventory();
        assertEquals(Set.of(), current(files("2"), theirs));
        fake.template("t", "old", TemplateCategory.CUSTOM, "1", null);
        assertEquals(
                Set.of(),
                current(
                        files("1").template("t", null, "new", TemplateCategory.CUSTOM, "1", null),
                        server().inventory()));
    }

    private static Set<String> current(Desired files, Inventory server) {
        return EvidenceQuery.current(Planner.plan(files.declare(), server, Told.OPTIONS), server, Told.OPTIONS);
    }

    @Test
    void gitIsAskedAboutTheCommitsThatWhatChangesCameFrom() {
        assertEquals(Set.of(ONE), commits(files("2"), server().inventory()));
        assertEquals(Set.of(), commits(files("1"), server().inventory()));
        Inventory newer = server().current(pushed("b", 3, "1", REPOSITORY, TWO)).inventory();
        assertEquals(Set.of(ONE, TWO), commits(files("2"), newer));
        String label = pushed("c", 2, "1", REPOSITORY, TWO).changeDescription();
        KnownServer deleted = server().did(KnownServer.US, "version_created", "c", 1, "change_description", label)
                .did(
                        KnownServer.US,
                        "version_created",
                        "c",
                        2,
                        "change_description",
                        label.replace(TWO, "4".repeat(40)))
                .deleted(KnownServer.THEM, "c", 3);
        assertEquals(Set.of("4".repeat(40)), commits(files("1"), deleted.inventory()));
        assertEquals(
                Set.of(ONE),
                commits(files("2"), server().deleted(KnownServer.THEM, "c", 3).inventory()));
    }

    private static Set<String> commits(Desired files, Inventory server) {
        return EvidenceQuery.commits(Planner.plan(files.declare(), server, Told.OPTIONS), server, Told.OPTIONS);
    }

    @Test
    void gitIsNotAskedAboutWhatWasPushedWithoutACommit() {
        assertEquals(
                Set.of(),
                commits(
                        files("2"),
                        server().current(pushed("a", 2, "1", REPOSITORY, "none"))
                                .inventory()));
    }
}
