package dev.idpscripts.plan.attribution;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Past;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Judges differences by what this repository declared at its commits (specs/three-way.md). Where Git does not tell, it says nothing, and
 * versions and the audit trail decide.
 */
final class PastAttribution {

    private final Past past;
    private final Ownership ours;

    PastAttribution(Ownership ours) {
        this.past = ours.past();
        this.ours = ours;
    }

    /**
     * What the server has, and the files say otherwise, of something that has no versions.
     *
     * @param there whether declarations say what the server has
     * @param here whether they say what the files say
     * @param after whether the server got it later than a version
     * @param edit how, as far as the server tells
     */
    record Value(
            Predicate<Declarations> there,
            Predicate<Declarations> here,
            Predicate<StoredVersion> after,
            Optional<Edit> edit) {

        List<Edit> edits() {
            return edit.stream().toList();
        }
    }

    /** What a template that is called so may be called in files of any commit. */
    Set<String> templateNames(Set<String> now) {
        return past.templateNames(now);
    }

    /** Who made a difference; empty where that is not to be told from commits. */
    Optional<Attribution> judge(Value value) {
        List<String> pushed = ours.pushed(value.after());
        return declared(pushed, value.there(), value.edits()).or(() -> never(pushed, value));
    }

    /**
     * Who made a difference, if a commit declares what the server has, or the commit that was applied last is not in this checkout.
     *
     * @param pushed the commits that were applied, newest first
     */
    Optional<Attribution> declared(List<String> pushed, Predicate<Declarations> there, List<Edit> edits) {
        Past.Declared found = when(pushed, there);
        if (found.when() == Past.When.SINCE) {
            return Optional.of(Attribution.LOCAL);
        }
        if (found.when() == Past.When.ELSEWHERE) {
            return found.by().map(commit -> behind(edits, commit));
        }
        Optional<Attribution> lacking = lacking(pushed).map(commit -> behind(edits, commit));
        return lacking.isPresent() || found.when() != Past.When.BEFORE
                ? lacking
                : Optional.of(new Attribution(Cause.DRIFT, edits, Optional.empty(), before(found)));
    }

    /** Of what no commit declares; empty where there may be others, or none was applied for certain. */
    private Optional<Attribution> never(List<String> pushed, Value value) {
        return when(pushed, value.there()).when() == Past.When.NEVER
                ? applied(pushed).map(commit -> changed(value, commit))
                : Optional.empty();
    }

    private Attribution changed(Value value, String applied) {
        if (says(applied, value.here())) {
            return new Attribution(Cause.DRIFT, value.edits(), Optional.empty(), "");
        }
        // What was applied from files that were never committed is in no commit.
        return past.head().filter(head -> says(head, value.here())).isPresent()
                ? new Attribution(Cause.CONFLICT, value.edits(), Optional.empty(), "")
                : Attribution.unknown("no commit says what the server has, and the files are not committed either");
    }

    /** The newest of these commits that leads to what the files are at. */
    private Optional<String> applied(List<String> pushed) {
        return pushed.stream().filter(past::leads).findFirst();
    }

    private boolean says(String commit, Predicate<Declarations> what) {
        return Optional.ofNullable(past.at().get(commit)).filter(what).isPresent();
    }

    /** The commit of the newest push, if it does not lead to what the files are at. */
    Optional<String> lacking(List<String> pushed) {
        return pushed.stream()
                .takeWhile(commit -> !past.leads(commit))
                .filter(past.lacking()::contains)
                .findFirst();
    }

    /** When something was declared, seen from the newest of these commits that leads to what the files are at. */
    Past.Declared when(List<String> pushed, Predicate<Declarations> there) {
        return past.when(applied(pushed), there);
    }

    private static String before(Past.Declared found) {
        return found.by()
                .map(commit -> "it is again as commit " + name(commit) + " said")
                .orElse("");
    }

    /** A commit that does not lead to what the files are at said so. */
    private Attribution behind(List<Edit> edits, Past.Revision commit) {
        return new Attribution(
                Cause.BEHIND,
                edits,
                Optional.empty(),
                "commit " + name(commit) + " says so, and it is not in this checkout");
    }

    /** It was pushed from a commit that does not lead to what the files are at. */
    Attribution behind(List<Edit> edits, String commit) {
        Optional<Past.Revision> known = past.revisions().stream()
                .filter(revision -> revision.commit().startsWith(commit))
                .findFirst();
        return known.map(revision -> behind(edits, revision))
                .orElseGet(() -> new Attribution(
                        Cause.BEHIND,
                        edits,
                        Optional.empty(),
                        "it was applied from commit " + Provenance.shown(commit) + ", which is not in this checkout"));
    }

    private static String name(Past.Revision commit) {
        return Provenance.shown(commit.commit()) + " of " + commit.author() + ", \"" + commit.subject() + "\",";
    }
}
