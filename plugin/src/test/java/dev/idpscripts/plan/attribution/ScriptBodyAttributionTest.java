package dev.idpscripts.plan.attribution;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.plan.attribution.EditedBody.files;
import static dev.idpscripts.plan.attribution.EditedBody.says;
import static dev.idpscripts.plan.attribution.EditedBody.server;
import static dev.idpscripts.testing.Commits.ONE;
import static dev.idpscripts.testing.Commits.TWO;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static dev.idpscripts.testing.KnownServer.US;
import static dev.idpscripts.testing.KnownServer.pushed;
import static dev.idpscripts.testing.KnownServer.theirs;
import static dev.idpscripts.testing.KnownServer.version;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.declared.Checkout;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.KnownServer;
import dev.idpscripts.testing.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose the body of a script is, by its versions. */
class ScriptBodyAttributionTest {

    /** What was read of it, and what is said of another body in the file. */
    static Stream<Arguments> versions() {
        return Stream.of(
                Arguments.of(
                        "conflict; they pushed version 2 on 2026-03-03: \"quick fix\"; this repository never pushed it",
                        server().versions("a", theirs("a", 2, "9"))),
                Arguments.of(
                        "conflict; they pushed version 2 from repository other on 2026-03-03: \"work\"; it belongs to repository other",
                        server().current(pushed("a", 2, "9", "other", ONE))),
                Arguments.of(
                        "local edit; from version 2 of commit 1111111",
                        server().current(pushed("a", 2, "9", REPOSITORY, ONE))),
                Arguments.of(
                        "drift; they pushed version 3 on 2026-03-04: \"quick fix\"; from version 2 of commit 1111111",
                        server().versions("a", theirs("a", 3, "9"), pushed("a", 2, "mine", REPOSITORY, ONE))),
                Arguments.of(
                        "conflict; they pushed version 3 on 2026-03-04: \"quick fix\"; from version 2 of commit 1111111",
                        server().versions("a", theirs("a", 3, "9"), pushed("a", 2, "2", REPOSITORY, ONE))),
                Arguments.of(
                        "drift; we, who applies this repository, pushed version 4 on 2026-03-05: \"x\"; they pushed version 3 on 2026-03-04:"
                                + " \"quick fix\"; from version 2 of commit 1111111",
                        server().versions(
                                        "a",
                                        version("a", 4, "8", "x", US),
                                        theirs("a", 3, "9"),
                                        pushed("a", 2, "mine", REPOSITORY, ONE))),
                Arguments.of(
                        "local edit; from version 2 of commit 1111111",
                        server().versions(
                                        "a",
                                        theirs("a", 4, "2"),
                                        theirs("a", 3, "9"),
                                        pushed("a", 2, "2", REPOSITORY, ONE))));
    }

    /** Somebody wrote it beside another body. */
    @Test
    void aTrailerThatWasCopiedMakesNothingOurs() {
        String trailer = pushed("a", 2, "8", REPOSITORY, ONE).changeDescription();
        KnownServer server = server().versions("a", version("a", 2, "9", trailer, KnownServer.THEM));
        Attribution who = Planner.plan(files("mine").declare(), server.inventory(), Told.OPTIONS)
                .planned()
                .get(0)
                .reason()
                .attribution();
        assertEquals(Attribution.Cause.CONFLICT, who.cause());
        assertEquals("this repository never pushed it", who.remark());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void versionsTellWhoseABodyIs(String said, KnownServer server) {
        says(said, server, "mine", Told.OPTIONS);
    }

    @Test
    void nobodysWorkIsLostWhereTheServerHasOnlyItsOwnStubOrNothing() {
        says(
                "local edit",
                server().current(version("a", 1, "// New script", null, KnownServer.THEM)),
                "1",
                Told.OPTIONS);
        FakeServer crashed = new FakeServer().script("a", ACTIVE, "1").withoutVersion("a");
        assertEquals(
                List.of("update script a: the server has no body for version 2"),
                Told.why(crashed.plan(files("1"), false).planned()));
        assertEquals(List.of("update script a: local edit"), Told.who(crashed.plan(files("1"), false)));
    }

    @Test
    void aPushFromACommitThatIsNotHereIsSaidToBe() {
        PlanOptions options = Told.OPTIONS.with(new Checkout(Map.of(), Set.of(TWO)));
        says(
                "local edit; from version 3 of commit 2222222; version 3 was pushed from commit 2222222, which this checkout does not contain",
                server().current(pushed("a", 3, "9", REPOSITORY, TWO)),
                "mine",
                options);
        says(
                "local edit; from version 3 of commit 1111111",
                server().current(pushed("a", 3, "9", REPOSITORY, ONE)),
                "mine",
                options);
    }

    @Test
    void whatWasPushedWithoutACommitStillHasItsVersion() {
        says(
                "local edit; from version 2 of commit none",
                server().current(pushed("a", 2, "9", REPOSITORY, Provenance.NO_COMMIT)),
                "mine",
                Told.OPTIONS);
    }
}
