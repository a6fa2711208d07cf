package dev.idpscripts.plan.attribution;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Past;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells what on the server is this repository's doing. */
public final class Ownership {

    private final Inventory server;
    private final PlanOptions options;
    private final Set<UUID> us = new HashSet<>();

    public Ownership(Inventory server, PlanOptions options) {
        this.server = server;
        this.options = options;
        versions().forEach(version -> trailer(version).ifPresent(trailer -> {
            if (trailer.repository().equals(options.repository())) {
                us.add(version.createdBy());
            }
        }));
    }

    private Stream<StoredVersion> versions() {
        return Stream.concat(
                server.current().values().stream(),
                server.evidence().histories().values().stream().flatMap(List::stream));
    }

    /** Where a version comes from; empty too where the trailer was written beside another body. */
    public static Optional<Provenance> trailer(StoredVersion version) {
        return Provenance.parse(version.changeDescription())
                .filter(trailer -> trailer.isOf(new Body(version.scriptBody())));
    }

    public boolean pushed(StoredVersion version) {
        return isOf(version, options.repository());
    }

    /** Whether a repository pushed a version. */
    public static boolean isOf(StoredVersion version, String repository) {
        return trailer(version)
                .map(Provenance::repository)
                .filter(repository::equals)
                .isPresent();
    }

    /** The current version, if the server has its row and it was read. */
    public Optional<StoredVersion> current(StoredScript script) {
        return Optional.ofNullable(server.current().get(script.id()));
    }

    /** The current version's body, if the server has its row and it was read. */
    public Optional<Body> body(StoredScript script) {
        return current(script).map(StoredVersion::scriptBody).map(Body::new);
    }

    /** All versions that were read, newest first. */
    List<StoredVersion> known(StoredScript script) {
        return Optional.ofNullable(server.evidence().histories().get(script.id()))
                .orElseGet(() -> current(script).stream().toList());
    }

    /** The newest version that this repository pushed. */
    public Optional<StoredVersion> base(StoredScript script) {
        return known(script).stream().filter(this::pushed).findFirst();
    }

    /** The repository that pushed last, whatever came after. */
    public Optional<String> owner(StoredScript script) {
        return owner(known(script));
    }

    /**
     * The same of versions.
     *
     * @param versions newest first
     */
    public static Optional<String> owner(List<StoredVersion> versions) {
        return versions.stream()
                .flatMap(version -> trailer(version).stream())
                .map(Provenance::repository)
                .findFirst();
    }

    public boolean owns(StoredScript script) {
        return owner(script).filter(options.repository()::equals).isPresent();
    }

    /** Whether another repository pushed it last: it was handed over. */
    boolean isOfAnother(StoredScript script) {
        return owner(script)
                .filter(owner -> !owner.equals(options.repository()))
                .isPresent();
    }

    /** Whether this repository's versions are pushed in this person's name. */
    public boolean isUs(UUID person) {
        return us.contains(person);
    }

    /** Whether an audit entry tells of a version that this repository pushed. */
    public boolean isPush(AuditEvent event) {
        return trailer(event)
                .filter(trailer -> trailer.repository().equals(options.repository()))
                .isPresent();
    }

    public static Optional<Provenance> trailer(AuditEvent event) {
        return event.action().equals("version_created")
                ? event.detail("change_description").flatMap(Provenance::parse)
                : Optional.empty();
    }

    /** Whether the files certainly say the same about an object as when a commit was applied. */
    public boolean untouchedSince(String commit, SourceLocation origin) {
        String environment = "environments/" + options.target().environment() + ".yaml";
        return options.checkout().untouched(commit, origin.file()).orElse(false)
                && options.checkout().untouched(commit, environment).orElse(false);
    }

    /** Whether the files certainly say the same about an object as when a version was pushed, if there is one. */
    boolean isUntouchedSince(Optional<StoredVersion> pushed, SourceLocation origin) {
        return pushed.flatMap(Ownership::trailer)
                .filter(trailer -> untouchedSince(trailer.commit(), origin))
                .isPresent();
    }

    /** Whether the files that declare a script were certainly touched since this repository pushed it last. */
    public boolean touchedHere(StoredScript script, SourceLocation origin) {
        return base(script)
                .flatMap(Ownership::trailer)
                .flatMap(trailer -> options.checkout().untouched(trailer.commit(), origin.file()))
                .filter(untouched -> !untouched)
                .isPresent();
    }

    Past past() {
        return options.past();
    }

    boolean lacks(String commit) {
        return options.checkout().lacking().contains(commit);
    }

    /** The commits from which this repository pushed such versions, newest push first. */
    List<String> pushed(Predicate<StoredVersion> which) {
        return versions()
                .filter(this::pushed)
                .filter(which)
                .sorted(StoredVersion.BY_TIME.reversed())
                .flatMap(version -> trailer(version).stream())
                .map(Provenance::commit)
                .distinct()
                .toList();
    }

    /** All commits from which this repository pushed anything. */
    public Set<String> commits() {
        Set<String> commits = new HashSet<>(pushed(version -> true));
        commits.remove(Provenance.NO_COMMIT);
        return commits;
    }

    /** The commits from which this repository pushed versions of a script, newest first. */
    List<String> pushedOf(StoredScript script) {
        return known(script).stream()
                .filter(this::pushed)
                .flatMap(version -> trailer(version).stream())
                .map(Provenance::commit)
                .distinct()
                .toList();
    }

    /** The newest of all versions that this repository pushed, over all scripts. */
    public Optional<StoredVersion> newest() {
        return versions().filter(this::pushed).max(StoredVersion.BY_TIME);
    }
}
