package dev.idpscripts.plan.rollback;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static dev.idpscripts.model.ScriptStatus.INACTIVE;
import static dev.idpscripts.model.TemplateCategory.CUSTOM;
import static dev.idpscripts.model.TemplateCategory.DATA_FORMATTING;
import static dev.idpscripts.testing.FakeServer.REPOSITORY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody did after a run is not undone with the run without a word. */
class DisturbedRunTest {

    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);
    private static final BindingSettings SLOW = new BindingSettings(FailurePolicy.CONTINUE, 0, 60, true);
    private static final BindingSettings OTHER = new BindingSettings(FailurePolicy.RETRY, 2, 9, true);
    private static final String PLACE = " binding LDAP, before create, order ";
    private static final String BEFORE = ": as it was before run R";
    private static final String SOMEBODY = "; drift; somebody ";

    private static FakeServer server() {
        return new FakeServer().connector("LDAP").script("a", "old", ACTIVE, "1", REPOSITORY);
    }

    private static FakeServer bound() {
        return server().bind("LDAP", HOOK, 10, "a");
    }

    private static Desired files() {
        return new Desired().script("a", ACTIVE, "1").connector("LDAP");
    }

    private static Desired template(String name, String from, String description, String body) {
        return files().template(name, from, description, CUSTOM, body, null);
    }

    private static FakeServer templates() {
        return server().template("t", "old", CUSTOM, "1", null);
    }

    /** What was there, what the run made of it, what somebody made of that, and how the run is taken back. */
    static Stream<Arguments> stories() {
        return Stream.of(
                row(
                        server(),
                        new Desired().script("b", "a", "new", ACTIVE, "1"),
                        new Desired().script("c", "b", "newer", ACTIVE, "1"),
                        "rename script a" + BEFORE + SOMEBODY + "named it \"c\" since",
                        "describe script a" + BEFORE + SOMEBODY + "changed its description since"),
                row(
                        new FakeServer().script("a", INACTIVE, "1"),
                        new Desired().script("a", ACTIVE, "1"),
                        new Desired().script("a", null, "told", ACTIVE, "1"),
                        "deactivate script a" + BEFORE),
                row(
                        bound(),
                        files().bind("LDAP", HOOK, 20, "a", SLOW),
                        files().bind("LDAP", HOOK, 30, "a", OTHER),
                        "move" + PLACE + "10" + BEFORE + SOMEBODY + "moved it to order 30 since",
                        "rebind" + PLACE + "10" + BEFORE + SOMEBODY + "changed its settings since"),
                row(
                        server(),
                        files().bind("LDAP", HOOK, 20, "a"),
                        files().bind("LDAP", HOOK, 20, "a", SLOW),
                        "unbind" + PLACE + "20: run R made it" + SOMEBODY + "changed it since"),
                row(
                        server(),
                        files().bind("LDAP", HOOK, 20, "a"),
                        files().bind("LDAP", HOOK, 30, "a"),
                        "unbind" + PLACE + "30: run R made it" + SOMEBODY + "changed it since"),
                row(
                        server(),
                        files().script("b", ACTIVE, "1"),
                        files().script("b", ACTIVE, "1").bind("LDAP", HOOK, 20, "b"),
                        "unbind" + PLACE + "20: its script goes, which run R made" + SOMEBODY + "bound it since",
                        "delete script b: run R made it"),
                row(
                        templates(),
                        template("u", "t", "new", "2"),
                        template("v", "u", "newer", "3"),
                        "rename template t" + BEFORE + SOMEBODY + "named it \"v\" since",
                        "update template t" + BEFORE + SOMEBODY + "changed it since",
                        "describe template t" + BEFORE + SOMEBODY + "changed its description since"),
                row(
                        templates(),
                        template("t", null, "old", "2"),
                        files().template("t", null, "old", DATA_FORMATTING, "2", null),
                        "update template t" + BEFORE + SOMEBODY + "changed it since"),
                row(
                        server(),
                        template("t", null, null, "1"),
                        template("t", null, null, "2"),
                        "delete template t: run R made it" + SOMEBODY + "changed it since"),
                row(
                        server(),
                        files().template("t", null, null, CUSTOM, "1", "notes"),
                        files().template("t", null, null, CUSTOM, "1", "others"),
                        "delete template t: run R made it" + SOMEBODY + "changed it since"),
                row(server(), template("t", null, null, "1"), files().removedTemplate("t")),
                row(server(), files().script("b", ACTIVE, "1"), files()),
                row(server(), files().bind("LDAP", HOOK, 20, "a"), files().unbound("LDAP", HOOK, "a")));
    }

    private static Arguments row(FakeServer server, Desired files, Desired somebody, String... told) {
        return Arguments.of(server, files, somebody, List.of(told));
    }

    private static RecordedRun story(FakeServer server, Desired files, Desired somebody) {
        RecordedRun run = new RecordedRun(server, files);
        server.apply(server.plan(somebody, true));
        return run;
    }

    @ParameterizedTest
    @MethodSource("stories")
    void tellsWhatIsUndoneBesides(FakeServer server, Desired files, Desired somebody, List<String> told) {
        RecordedRun run = story(server, files, somebody);
        assertEquals(told, RecordedRun.told(run.reversal()));
        assertEquals(List.of(), run.reversal().refusals());
    }

    @Test
    void whatSomebodyDidThatTheRunDidNotTouchStays() {
        Desired renamed = new Desired().script("z", "a", null, ACTIVE, "1").connector("LDAP");
        assertEquals(
                List.of("describe script z" + BEFORE),
                RecordedRun.told(story(
                                server(),
                                new Desired().script("a", null, "new", ACTIVE, "1"),
                                new Desired().script("z", "a", null, ACTIVE, "1"))
                        .reversal()));
        assertEquals(
                List.of("rebind" + PLACE + "30" + BEFORE),
                RecordedRun.told(story(
                                bound(),
                                files().bind("LDAP", HOOK, 10, "a", SLOW),
                                files().bind("LDAP", HOOK, 30, "a", SLOW))
                        .reversal()));
        assertEquals(
                List.of("move" + PLACE + "10" + BEFORE),
                RecordedRun.told(
                        story(bound(), files().bind("LDAP", HOOK, 30, "a"), files().bind("LDAP", HOOK, 30, "a", SLOW))
                                .reversal()));
        assertEquals(
                List.of("bind" + PLACE + "10: run R removed it"),
                RecordedRun.told(story(bound(), files().unbound("LDAP", HOOK, "a"), renamed)
                        .reversal()));
    }
}
