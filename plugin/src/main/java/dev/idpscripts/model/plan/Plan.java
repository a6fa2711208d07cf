package dev.idpscripts.model.plan;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ObjectCounts;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.check.BodyCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be done so that the server holds what the files declare. Apply executes this and nothing else.
 *
 * @param target where it was computed for
 * @param repository this repository's id
 * @param planned the changes in the order in which they are carried out
 * @param reaches where the changed scripts run, sorted
 * @param unmanaged what is on the server and in no file, left alone by this plan
 * @param problems why the plan cannot be applied; empty if it can
 * @param remarks what the reader should know beside the changes
 * @param files how much the files declare
 * @param server how much is on the server
 * @param checks a verdict on each body that is pushed; empty before they are examined
 */
public record Plan(
        Target target,
        String repository,
        List<PlannedChange> planned,
        List<AffectedBinding> reaches,
        List<Unmanaged> unmanaged,
        List<Problem> problems,
        List<String> remarks,
        ObjectCounts files,
        ObjectCounts server,
        List<BodyCheck> checks) {

    public Plan {
        planned = List.copyOf(planned);
        reaches = List.copyOf(reaches);
        unmanaged = List.copyOf(unmanaged);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
        checks = List.copyOf(checks);
    }

    /** What is done, without the reasons. */
    public List<Change> changes() {
        return PlannedChange.changes(planned);
    }

    public boolean isEmpty() {
        return planned.isEmpty();
    }

    public boolean isApplicable() {
        return problems.isEmpty() && checks.stream().allMatch(BodyCheck::passed);
    }

    /** The same plan with these verdicts. */
    public Plan with(List<BodyCheck> verdicts) {
        return new Plan(target, repository, planned, reaches, unmanaged, problems, remarks, files, server, verdicts);
    }

    /** The same plan with more that the reader should know. */
    public Plan remarking(List<String> more) {
        List<String> all = Stream.concat(remarks.stream(), more.stream()).toList();
        return new Plan(target, repository, planned, reaches, unmanaged, problems, all, files, server, checks);
    }

    /** The same plan with these changes in place of its own. */
    public Plan only(List<PlannedChange> others) {
        return new Plan(target, repository, others, reaches, unmanaged, problems, remarks, files, server, checks);
    }

    /** The verdict on the body that a change pushes; empty for other changes, and before bodies are examined. */
    public Optional<BodyCheck> check(Change change) {
        boolean pushes = change instanceof ScriptChange.Create || change instanceof ScriptChange.Update;
        return checks.stream()
                .filter(check -> pushes && change.subject().equals(ObjectAddress.script(check.script())))
                .findFirst();
    }

    /** The changes that undo what somebody did on the server. */
    public List<PlannedChange> overwriting() {
        return planned.stream().filter(each -> each.cause().overwrites()).toList();
    }

    /** Where a script runs. */
    public List<AffectedBinding> reach(ObjectAddress script) {
        return reaches.stream()
                .filter(reach -> ObjectAddress.script(reach.script()).equals(script))
                .toList();
    }

    /** How many changes are of one of these kinds, over all objects. */
    public int count(Change.Kind... kinds) {
        List<Change.Kind> wanted = Arrays.asList(kinds);
        return (int) changes().stream().filter(c -> wanted.contains(c.kind())).count();
    }
}
