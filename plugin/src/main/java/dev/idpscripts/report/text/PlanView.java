package dev.idpscripts.report.text;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.report.diff.LineDiff;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Text;
import dev.idpscripts.report.words.AttributionText;
import dev.idpscripts.report.words.PlanSummary;
import dev.idpscripts.report.words.ReachText;
import dev.idpscripts.report.words.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan as every renderer for people tells it: object by object, in sentences. All texts are free of control characters.
 *
 * @param local what changes because the files say so
 * @param server what somebody changed on the server: carrying it out undoes that
 */
public record PlanView(Plan plan, List<Item> local, List<Item> server) {

    /**
     * What happens to one object.
     *
     * @param object what it is, such as {@code script Login name}
     * @param sentence what happens to it, such as {@code gets a new body, version 2 -> 3}
     * @param reasons why, with the place in the files; each once
     * @param who what was done on the server, and by whom; may be empty
     * @param reach where it runs, such as {@code runs before create on Corporate LDAP}; empty for what does not run
     * @param stored the object on the server that this was computed from; empty if there is none
     * @param check a verdict on the body; empty if none is pushed, or it was not examined
     * @param diff the lines that change; empty if no body changes
     */
    public record Item(
            ObjectAddress.Type type,
            PlanSummary.Action action,
            Attribution.Cause cause,
            String object,
            String sentence,
            List<String> reasons,
            List<String> who,
            String reach,
            Optional<String> stored,
            Optional<BodyVerdict> check,
            Optional<LineDiff> diff) {

        private static final Set<Attribution.Cause> BECAUSE_DECLARED =
                EnumSet.of(Attribution.Cause.LOCAL_EDIT, Attribution.Cause.UNKNOWN);

        boolean isChange() {
            return action == PlanSummary.Action.CHANGE;
        }

        /** Whether it is new because a file declares it, which needs no reason. */
        boolean isPlainCreate() {
            return action == PlanSummary.Action.CREATE && BECAUSE_DECLARED.contains(cause);
        }

        /** Whether it goes because no file declares it, which needs no reason either; a binding can have others. */
        boolean isPlainDelete() {
            return action == PlanSummary.Action.DELETE
                    && cause == Attribution.Cause.LOCAL_EDIT
                    && type != ObjectAddress.Type.BINDING;
        }

        boolean hasFailed() {
            return check.filter(verdict -> !verdict.passed()).isPresent();
        }

        /** Whether its body passed all checks, and nothing is to be said of them. */
        boolean isUneventful() {
            return check.filter(verdict -> verdict.passed() && verdict.details().isEmpty())
                    .isPresent();
        }
    }

    /**
     * A verdict.
     *
     * @param passed whether the body may be pushed
     * @param verdict in a few words
     * @param details findings, failed tests, differences in behaviour, line by line
     */
    public record BodyVerdict(boolean passed, String verdict, List<String> details) {}

    public PlanView {
        local = List.copyOf(local);
        server = List.copyOf(server);
    }

    /**
     * Tells a plan.
     *
     * @param places shows the lines of errors
     */
    public static PlanView of(Plan plan, FindingsText places) {
        CheckText checks = new CheckText(new Style(false), places);
        List<Item> local = new ArrayList<>();
        List<Item> server = new ArrayList<>();
        for (List<PlannedChange> planned : PlanSummary.byObject(plan)) {
            Item item = item(plan, planned, checks);
            (item.cause().overwrites() ? server : local).add(item);
        }
        return new PlanView(plan, local, server);
    }

    private static Item item(Plan plan, List<PlannedChange> planned, CheckText checks) {
        List<Change> changes = PlannedChange.changes(planned);
        Change last = changes.get(changes.size() - 1);
        PlanSummary.Action action = PlanSummary.action(changes);
        Set<String> reasons = new LinkedHashSet<>();
        Set<String> who = new LinkedHashSet<>();
        // That a new object must also be activated needs no reason of its own.
        planned.stream()
                .limit(action == PlanSummary.Action.CREATE ? 1 : planned.size())
                .forEach(each -> {
                    reasons.add(reason(each));
                    who.addAll(AttributionText.lines(each.reason().attribution()));
                });
        return new Item(
                last.subject().type(),
                action,
                cause(planned),
                Sentence.object(last),
                Sentence.about(changes),
                List.copyOf(reasons),
                List.copyOf(who),
                last.subject().type() == ObjectAddress.Type.SCRIPT
                        ? ReachText.of(changes, plan.reach(last.subject()))
                        : "",
                last.stored().map(PlanView::stored),
                changes.stream()
                        .flatMap(c -> plan.check(c).stream())
                        .findFirst()
                        .map(check -> new BodyVerdict(check.passed(), checks.verdict(check), checks.details(check))),
                changes.stream().flatMap(c -> diff(c).stream()).findFirst());
    }

    /** The gravest one. */
    private static Attribution.Cause cause(List<PlannedChange> planned) {
        return planned.stream().map(PlannedChange::cause).max(Enum::compareTo).orElseThrow();
    }

    /** Such as {@code drift: the file differs from version 3 (scripts/a.rhai:1:1)}. */
    private static String reason(PlannedChange planned) {
        Attribution.Cause cause = planned.cause();
        boolean plain =
                cause == Attribution.Cause.UNKNOWN || (planned.change().stored().isEmpty() && !cause.overwrites());
        String place =
                planned.reason().origin().map(origin -> " (" + origin + ")").orElse("");
        return Text.clean((plain ? "" : cause + ": ") + planned.reason().text() + place);
    }

    private static String stored(ObjectRef object) {
        return object.id()
                + (object.version().isPresent()
                        ? ", version " + object.version().getAsInt()
                        : "");
    }

    /** Of what comes or goes, every line. */
    private static Optional<LineDiff> diff(Change change) {
        if (change instanceof ScriptChange.Update update) {
            return update.before()
                    .map(before -> LineDiff.of(before, update.script().body()));
        }
        if (change instanceof ScriptChange.Create create) {
            return lines(Body.EMPTY, create.script().body());
        }
        if (change instanceof NamedChange.Delete delete) {
            return delete.before().flatMap(before -> lines(before, Body.EMPTY));
        }
        if (change instanceof TemplateChange template) {
            Body before = template instanceof TemplateChange.Update update
                    ? new Body(update.current().templateBody())
                    : Body.EMPTY;
            return lines(before, template.template().body());
        }
        return Optional.empty();
    }

    private static Optional<LineDiff> lines(Body before, Body after) {
        return Optional.of(LineDiff.of(before, after))
                .filter(diff -> !diff.rows().isEmpty() || !diff.remark().isEmpty());
    }
}
