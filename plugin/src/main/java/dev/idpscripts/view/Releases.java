package dev.idpscripts.view;

import dev.idpscripts.model.stored.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The releases of a repository to an environment, found in the audit trail: what one person did without a longer pause belongs together, and is
 * parted where the versions name another commit. What others did without a mark is no release.
 *
 * @param all newest first
 * @param others when others did something that belongs to no release
 */
public record Releases(List<Release> all, List<Instant> others) {

    /** An apply writes all the time; what the trail does not record, such as templates, leaves gaps. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    public Releases {
        all = List.copyOf(all);
        others = List.copyOf(others);
    }

    /**
     * Finds them.
     *
     * @param trail in any order; the same event may be there twice
     * @param repository whose
     */
    public static Releases of(Collection<AuditEvent> trail, String repository) {
        Map<UUID, AuditEvent> distinct = new LinkedHashMap<>();
        trail.forEach(event -> distinct.put(event.id(), event));
        Map<UUID, List<AuditEvent>> people = new LinkedHashMap<>();
        distinct.values().stream()
                .filter(event -> event.createdAt() != null && event.actorId() != null)
                .sorted(Comparator.comparing(AuditEvent::createdAt))
                .forEach(event -> people.computeIfAbsent(event.actorId(), id -> new ArrayList<>())
                        .add(event));
        Set<UUID> pushed = distinct.values().stream()
                .filter(event -> isApplied(ReleaseMark.of(event), repository))
                .map(AuditEvent::scriptId)
                .collect(Collectors.toSet());
        List<Release> releases = new ArrayList<>();
        List<Instant> others = new ArrayList<>();
        for (List<AuditEvent> events : people.values()) {
            List<Release> found = parted(events);
            boolean us = found.stream().anyMatch(release -> isApplied(release.mark(), repository));
            for (Release release : found) {
                if (isOfAnother(release, repository, pushed) || (!us && release.kind() == Release.Kind.CHANGED)) {
                    release.events().forEach(event -> others.add(event.createdAt()));
                } else {
                    releases.add(release);
                }
            }
        }
        releases.sort(Comparator.comparing(Release::at).reversed());
        return new Releases(releases, others);
    }

    private static boolean isApplied(ReleaseMark mark, String repository) {
        return mark.match(from -> from.repository().equals(repository), back -> false, () -> false);
    }

    /** A rollback does not say whose it is: it is of another one if it concerns nothing that this one pushed. */
    private static boolean isOfAnother(Release release, String repository, Set<UUID> pushed) {
        return release.mark()
                .match(
                        from -> !from.repository().equals(repository),
                        back -> Collections.disjoint(release.scripts(), pushed),
                        () -> false);
    }

    /** What one person did, parted at pauses and where another mark comes. */
    private static List<Release> parted(List<AuditEvent> events) {
        List<Release> found = new ArrayList<>();
        List<AuditEvent> run = new ArrayList<>();
        ReleaseMark mark = new ReleaseMark.None();
        for (AuditEvent event : events) {
            ReleaseMark next = ReleaseMark.of(event);
            boolean again = isMarked(next) && run.stream().anyMatch(ReleaseMark::isUndo);
            boolean other = again || (isMarked(mark) && isMarked(next) && !mark.equals(next));
            if (!run.isEmpty() && (other || isLater(run.get(run.size() - 1), event))) {
                found.add(release(mark, run));
                run = new ArrayList<>();
                mark = new ReleaseMark.None();
            }
            run.add(event);
            mark = isMarked(next) ? next : mark;
        }
        found.add(release(mark, run));
        return found;
    }

    private static Release release(ReleaseMark mark, List<AuditEvent> run) {
        return new Release(mark, run.stream().anyMatch(ReleaseMark::isUndo) || isUnmade(run), run);
    }

    /** Whether all scripts that it made are gone again: it is undone so where there is nothing to go back to. */
    private static boolean isUnmade(List<AuditEvent> run) {
        Set<UUID> made = ids(run, "created");
        return !made.isEmpty() && ids(run, "deleted").containsAll(made);
    }

    private static Set<UUID> ids(List<AuditEvent> run, String action) {
        return run.stream()
                .filter(event -> event.action().equals(action) && event.scriptId() != null)
                .map(AuditEvent::scriptId)
                .collect(Collectors.toSet());
    }

    private static boolean isMarked(ReleaseMark mark) {
        return mark.match(applied -> true, back -> true, () -> false);
    }

    private static boolean isLater(AuditEvent before, AuditEvent event) {
        return Duration.between(before.createdAt(), event.createdAt()).compareTo(PAUSE) > 0;
    }

    /** The newest that brought the environment to a commit. */
    public Optional<Release> current() {
        return all.stream().filter(release -> !release.commit().isEmpty()).findFirst();
    }

    /** How many changes came after a release and were not taken back. */
    public long changesSince(Release release) {
        return others.stream().filter(time -> time.isAfter(release.until())).count()
                + all.stream()
                        .takeWhile(each -> !each.equals(release))
                        .filter(each -> !each.undone())
                        .mapToLong(Release::changes)
                        .sum();
    }

    /** Whether something was applied after the current one that names no commit, so that it is not certain which one is the previous. */
    public boolean isFollowed() {
        return all.stream()
                .takeWhile(release -> release.commit().isEmpty())
                .anyMatch(release -> release.kind() == Release.Kind.CHANGED);
    }

    /**
     * The one before it, of another commit; where the current one is a rollback, the one before that commit was applied. So going back again goes
     * further back.
     */
    public Optional<Release> previous() {
        List<Release> known =
                all.stream().filter(release -> !release.commit().isEmpty()).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String now = known.get(0).commit();
        return known.stream()
                .dropWhile(release -> release.kind() != Release.Kind.APPLIED || !isSame(release.commit(), now))
                .filter(release -> !isSame(release.commit(), now))
                .findFirst();
    }

    /** The newest that applied a commit. */
    public Optional<Release> applied(String commit) {
        return all.stream()
                .filter(release -> release.kind() == Release.Kind.APPLIED && isSame(release.commit(), commit))
                .filter(release -> !release.commit().isEmpty())
                .findFirst();
    }

    /** A rollback has only the beginning of the hash. */
    private static boolean isSame(String a, String b) {
        return a.startsWith(b) || b.startsWith(a);
    }
}
