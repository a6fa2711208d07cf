package dev.idpscripts.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.RollbackNote;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.view.CommitsApart;
import dev.idpscripts.model.view.CommitsApart.NamedCommit;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.report.json.TableJson;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.TableText;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Golden;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit trail, as releases. */
class ReleasesTest {

    private static final UUID US = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final UUID SOMEBODY = UUID.nameUUIDFromBytes(new byte[] {2});
    private static final UUID SCRIPT = UUID.nameUUIDFromBytes(new byte[] {3});

    private final List<AuditEvent> trail = new ArrayList<>();
    private long second;

    private static String hash(String commit) {
        return commit.repeat(40);
    }

    private void event(UUID who, String action, Map<String, Object> details) {
        event(who, action, SCRIPT, details);
    }

    private void event(UUID who, String action, UUID script, Map<String, Object> details) {
        Instant at = Instant.parse("2026-03-01T10:00:00Z").plusSeconds(second++);
        trail.add(new AuditEvent(UUID.randomUUID(), SCRIPT, script, action, who, new HashMap<>(details), at));
    }

    private void push(UUID who, String repository, String commit) {
        String label = new Provenance("work", repository, commit, "0123456789ab").format();
        event(who, "version_created", Map.of("version_number", 2, "change_description", label));
    }

    private void rollback(UUID who, String reason) {
        event(who, "rollback", Map.of("reason", reason));
    }

    /** As the server tells it: newest first. */
    private Releases releases() {
        List<AuditEvent> newest = new ArrayList<>(trail);
        Collections.reverse(newest);
        newest.addAll(trail.subList(0, Math.min(2, trail.size())));
        return Releases.of(newest, "acme");
    }

    private String told() {
        return releases().all().stream()
                .map(release -> (release.kind() + " " + release.named().replaceAll("(.).*", "$1")).strip() + " "
                        + release.changes())
                .collect(Collectors.joining(", "));
    }

    @Test
    void whatOnePersonDoesWithoutAPauseBelongsTogether() {
        event(US, "created", Map.of("script_name", "a"));
        push(US, "acme", hash("a"));
        event(US, "bound", Map.of());
        event(SOMEBODY, "updated", Map.of());
        event(US, "activated", Map.of());
        second += 61;
        push(US, "acme", hash("a"));
        assertEquals("applied a 1, applied a 3", told());
        assertEquals(1, releases().others().size());
        assertEquals(
                Map.of("created", 1L, "bound", 1L, "activated", 1L),
                releases().all().get(1).counts());
    }

    @Test
    void anotherCommitIsAnotherRelease() {
        push(US, "acme", hash("a"));
        event(US, "bound", Map.of());
        push(US, "acme", hash("b"));
        push(US, "acme", Provenance.NO_COMMIT);
        assertEquals("applied 1, applied b 1, applied a 2", told());
        assertEquals(hash("b"), releases().current().orElseThrow().commit());
    }

    @Test
    void anotherRepositorysAreNone() {
        push(SOMEBODY, "other", hash("c"));
        event(SOMEBODY, "bound", Map.of());
        push(US, "acme", hash("a"));
        assertEquals("applied a 1", told());
        assertEquals(2, releases().others().size());
    }

    @Test
    void whatFailedAndWasTakenBackBroughtNoCommit() {
        push(US, "acme", hash("a"));
        second += 100;
        push(US, "acme", hash("b"));
        rollback(US, new Provenance("work", "acme", hash("a"), "0123456789ab").format());
        second += 100;
        push(US, "acme", hash("c"));
        rollback(US, "Rolled back to version 2: an apply was undone");
        assertEquals("undone c 2, undone b 2, applied a 1", told());
        assertEquals(hash("a"), releases().current().orElseThrow().commit());
    }

    @Test
    void whatIsAppliedAgainAtOnceIsThere() {
        push(US, "acme", hash("a"));
        second += 100;
        push(US, "acme", hash("b"));
        rollback(US, new Provenance("work", "acme", hash("a"), "0123456789ab").format());
        push(US, "acme", hash("b"));
        assertEquals("applied b 1, undone b 2, applied a 1", told());
        assertEquals(hash("b"), releases().current().orElseThrow().commit());
    }

    @Test
    void whatWasMadeAndIsGoneAgainIsUndone() {
        push(US, "acme", hash("a"));
        second += 100;
        UUID made = UUID.randomUUID();
        event(US, "created", made, Map.of("script_name", "b"));
        String label = new Provenance("work", "acme", hash("b"), "0123456789ab").format();
        event(US, "version_created", made, Map.of("change_description", label));
        event(US, "deleted", made, Map.of("script_name", "b"));
        assertEquals("undone b 2, applied a 1", told());
    }

    @Test
    void aRollbackOfWhatAnotherRepositoryPushedIsNone() {
        push(US, "acme", hash("a"));
        second += 100;
        UUID theirs = UUID.randomUUID();
        String note = new RollbackNote("jo", "version 2", "bbbbbbbbbbbb", "").format();
        event(SOMEBODY, "rollback", theirs, Map.of("reason", note));
        assertEquals("applied a 1", told());
    }

    @Test
    void whatCameAfterWithoutACommitMakesThePreviousOneUncertain() {
        push(US, "acme", hash("a"));
        assertEquals(false, releases().isFollowed());
        second += 100;
        event(US, "activated", Map.of());
        assertEquals(false, releases().isFollowed());
        second += 100;
        event(US, "unbound", Map.of());
        assertEquals(true, releases().isFollowed());
        second += 100;
        push(US, "acme", hash("b"));
        assertEquals(false, releases().isFollowed());
    }

    @Test
    void goingBackIsToldFromGoingBackToACommit() {
        push(US, "acme", hash("a"));
        second += 100;
        push(US, "acme", hash("b"));
        rollback(SOMEBODY, new RollbackNote("jo", "version 2 (commit aaaaaaa)", "", "logins fail").format());
        assertEquals("rolled back 1, applied b 1, applied a 1", told());
        assertEquals(hash("b"), releases().current().orElseThrow().commit());
        second += 100;
        rollback(US, new RollbackNote("jo", "version 2 (commit ccccccc)", "aaaaaaaaaaaa", "").format());
        rollback(US, new RollbackNote("jo", "version 7", "aaaaaaaaaaaa", "").format());
        rollback(US, "by hand");
        assertEquals("rolled back 1, rolled back a 2, rolled back 1, applied b 1, applied a 1", told());
        assertEquals("aaaaaaaaaaaa", releases().current().orElseThrow().commit());
    }

    @Test
    void withoutABodyItIsNamedIfItIsOursOrASwitch() {
        push(US, "acme", hash("a"));
        second += 100;
        event(US, "bound", Map.of());
        event(SOMEBODY, "deactivated", Map.of());
        second += 100;
        event(SOMEBODY, "unbound", Map.of());
        event(SOMEBODY, "deactivated", Map.of());
        assertEquals("switched 1, changed 1, applied a 1", told());
        assertEquals(2, releases().others().size());
        assertEquals(4, releases().changesSince(releases().current().orElseThrow()));
    }

    @Test
    void asATable() {
        event(US, "created", Map.of("script_name", "a"));
        push(US, "acme", hash("a"));
        second += 100;
        push(US, "acme", hash("b"));
        rollback(US, "Rolled back to version 2: an apply was undone");
        second += 100;
        event(US, "bound", Map.of());
        event(US, "bound", Map.of());
        second += 100;
        rollback(SOMEBODY, new RollbackNote("jo", "version 2 (commit aaaaaaa)", "", "logins fail").format());
        event(SOMEBODY, "deactivated", Map.of());
        second += 100;
        event(SOMEBODY, "activated", Map.of());
        NameLookup names = NameLookup.of(new FakeServer().inventory());
        EnvironmentCommit now = EnvironmentCommit.of("staging", releases())
                .named(Optional.of(new NamedCommit(hash("a"), "Begin")))
                .comparedWith(
                        "HEAD",
                        Optional.of(new CommitsApart(
                                List.of(
                                        new NamedCommit(hash("c"), "Fix mail"),
                                        new NamedCommit(hash("b"), "Fix names")),
                                List.of())));
        List<Table> tables =
                List.of(ReleasesView.table(now, releases().all(), names, false), EnvironmentsView.table(List.of(now)));
        TableText text = new TableText(Style.PLAIN, 100);
        String lines = tables.stream().flatMap(t -> text.render(t).stream()).collect(Collectors.joining("\n"));
        Golden.check("releases.txt", lines + "\n");
        Golden.check("releases.json", TableJson.render(tables));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | level with staging.",
                "1 | 0 | 1 commit behind staging: ccccccc \"0\".",
                "7 | 0 | 7 commits behind staging: ccccccc \"0\", ccccccc \"1\", ccccccc \"2\", ccccccc \"3\", ccccccc \"4\" and 2 more.",
                "0 | 2 | 2 commits ahead of staging: ccccccc \"0\", ccccccc \"1\".",
                "1 | 1 | 1 commit behind staging: ccccccc \"0\"; and 1 commit ahead of it: ccccccc \"0\".",
            })
    void howFarApart(int behind, int ahead, String said) {
        EnvironmentCommit there = EnvironmentCommit.of("production", hash("a"), null, null, null)
                .named(Optional.of(new NamedCommit(hash("a"), "Begin")))
                .comparedWith("staging", Optional.of(new CommitsApart(commits(behind), commits(ahead))));
        assertEquals("production is at commit aaaaaaa \"Begin\", " + said, there.sentence());
    }

    private static List<NamedCommit> commits(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new NamedCommit(hash("c"), String.valueOf(i)))
                .toList();
    }

    /** In the order of time; a letter applies that commit, {@code <a} goes back to it. */
    @ParameterizedTest
    @CsvSource({
        "'', ",
        "a, ",
        "a a, ",
        "a b, a",
        "a b b, a",
        "a b c, b",
        "a b a, b",
        "a b <a, ",
        "a b c <b, a",
        "a b c <b <a, ",
        "<a, ",
        "b <a, ",
        "a b c <b d, b",
    })
    void theOneBefore(String history, String previous) {
        Arrays.stream(history.split(" ")).filter(step -> !step.isEmpty()).forEach(step -> {
            second += 100;
            if (step.startsWith("<")) {
                rollback(
                        US,
                        new RollbackNote("jo", "version 2", step.substring(1).repeat(12), "").format());
            } else {
                push(US, "acme", hash(step));
            }
        });
        assertEquals(Optional.ofNullable(previous), releases().previous().map(release -> release.commit()
                .substring(0, 1)));
    }
}
