package dev.idpscripts.plan.attribution;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Judges differences in what has no versions by the audit trail, which is incomplete (server.md 3.6) and does not say which
 * repository somebody worked for: only in whose name.
 */
public final class AuditTrail {

    private final Inventory server;
    private final Ownership ours;

    public AuditTrail(Inventory server, Ownership ours) {
        this.server = server;
        this.ours = ours;
    }

    /** A script's audit events, newest first; empty if they were not asked for. */
    public Optional<List<AuditEvent>> of(UUID script) {
        return Optional.ofNullable(server.evidence().events().get(script));
    }

    /** The name that a script was made with; empty if the trail was not asked for, or does not reach back so far. */
    public Optional<String> firstName(UUID script) {
        return of(script).stream()
                .flatMap(List::stream)
                .filter(event -> event.action().equals("created"))
                .flatMap(event -> event.detail("script_name").stream())
                .findFirst();
    }

    /**
     * What a script may be called in files of any commit: what it is called, and what it was.
     *
     * @param own what it is called here and there
     * @param renamedFrom what the files say that it was called
     * @param declared what all scripts are called now: a former name of one may be another's by now
     */
    Set<String> everNamed(UUID script, Set<String> own, Optional<String> renamedFrom, Set<String> declared) {
        Set<String> former = new HashSet<>(own);
        renamedFrom.ifPresent(former::add);
        firstName(script).ifPresent(former::add);
        return ours.past().scriptNames(former).stream()
                .filter(name -> own.contains(name) || !declared.contains(name))
                .collect(Collectors.toSet());
    }

    /**
     * Who made a difference that the newest event of a kind tells of.
     *
     * @param done the kind of event
     * @param what it did, as a clause
     * @param origin what the files say about it
     */
    Attribution newest(StoredScript script, Predicate<AuditEvent> done, String what, SourceLocation origin) {
        return of(script.id())
                .map(events -> events.stream()
                        .filter(done)
                        .findFirst()
                        .map(event -> isBeside(script, event, events, origin)
                                ? Attribution.drift(edit(event, what))
                                : Attribution.LOCAL)
                        .orElseGet(() -> isComplete(events)
                                ? Attribution.LOCAL
                                : Attribution.unknown("the audit trail does not tell")))
                .orElse(Attribution.unknown(""));
    }

    /** What an event tells, with who it was. */
    Edit edit(AuditEvent event, String what) {
        return Edit.of(event, what).byUs(ours.isUs(event.actorId()));
    }

    /** Whether the trail reaches back to the script's beginning. */
    private static boolean isComplete(List<AuditEvent> events) {
        return events.stream().anyMatch(event -> event.action().equals("created"));
    }

    /**
     * Whether something was done on the server beside this repository: in another person's name; or in ours, after our last
     * push, while the files were left alone.
     */
    boolean isBeside(StoredScript script, AuditEvent event, List<AuditEvent> events, SourceLocation origin) {
        if (!ours.isUs(event.actorId())) {
            return true;
        }
        boolean afterPush = events.stream().takeWhile(e -> !e.equals(event)).noneMatch(ours::isPush)
                && events.stream().anyMatch(ours::isPush);
        return afterPush && ours.isUntouchedSince(ours.base(script), origin);
    }

    /**
     * Something that was done after the newest push of any script, while the files were left alone since that: a rollback, say, of a
     * script whose own last push is older than its files. Only for what an apply that was cut off cannot have left behind.
     */
    Optional<Attribution> afterEverything(
            StoredScript script, Predicate<AuditEvent> done, String what, SourceLocation origin) {
        return of(script.id()).stream()
                .flatMap(List::stream)
                .filter(done)
                .findFirst()
                .filter(event -> ours.isUntouchedSince(ours.newest().filter(event::isAfter), origin))
                .map(event -> Attribution.drift(edit(event, what)));
    }
}
