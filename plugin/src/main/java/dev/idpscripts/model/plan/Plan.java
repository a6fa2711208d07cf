package dev.idpscripts.model.plan;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.Size;
import dev.idpscripts.model.Subject;
import dev.idpscripts.model.check.BodyCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done so that the server holds what the files declare. Apply executes this and nothing else.
 *
 * @param target where it was computed for
 * @param changes in the order in which they are carried out
 * @param unmanaged what is on the server and in no file, left alone by this plan
 * @param problems why the plan cannot be applied; empty if it can
 * @param remarks what the reader should know beside the changes
 * @param files how much the files declare
 * @param server how much is on the server
 * @param checks a verdict on each body that is pushed; empty before they are examined
 */
public record Plan(
        Target target,
        List<Change> changes,
        List<Unmanaged> unmanaged,
        List<Problem> problems,
        List<String> remarks,
        Size files,
        Size server,
        List<BodyCheck> checks) {

    public Plan {
        changes = List.copyOf(changes);
        unmanaged = List.copyOf(unmanaged);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
        checks = List.copyOf(checks);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public boolean isApplicable() {
        return problems.isEmpty() && checks.stream().allMatch(BodyCheck::passed);
    }

    /** The same plan with these verdicts. */
    public Plan with(List<BodyCheck> verdicts) {
        return new Plan(target, changes, unmanaged, problems, remarks, files, server, verdicts);
    }

    /** The verdict on the body that a change pushes; empty for other changes, and before bodies are examined. */
    public Optional<BodyCheck> check(Change change) {
        boolean pushes = change instanceof ScriptChange.Create || change instanceof ScriptChange.Update;
        return checks.stream()
                .filter(check -> pushes && change.subject().equals(Subject.script(check.script())))
                .findFirst();
    }

    /** How many changes are of one of these kinds, over all objects. */
    public int count(Change.Kind... kinds) {
        List<Change.Kind> wanted = Arrays.asList(kinds);
        return (int) changes.stream().filter(c -> wanted.contains(c.kind())).count();
    }
}
