package dev.idpscripts.plan.pull;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.Attribution.Cause;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.pull.Markers;
import dev.idpscripts.model.pull.Merged;
import dev.idpscripts.model.pull.PulledTemplate;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.plan.Matches;
import dev.idpscripts.plan.TemplatePlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Brings what somebody did to templates on the server into the declared ones, and declares those that no file knows. The server
 * keeps no history of templates: without Git each difference is a conflict.
 */
final class TemplatePuller {

    private final Plan plan;
    private final List<String> remarks;

    TemplatePuller(Plan plan, List<String> remarks) {
        this.plan = plan;
        this.remarks = remarks;
    }

    List<PulledTemplate> pull(List<Template> declared, List<StoredTemplate> stored) {
        Matches<Template, StoredTemplate> matches = TemplatePlanner.matches(declared, stored);
        List<PulledTemplate> pulled = new ArrayList<>();
        for (Template template : declared) {
            pulled.add(matches.of(template.name())
                    .filter(there -> !there.isSystem())
                    .map(there -> known(template, there))
                    .orElseGet(() -> PulledTemplate.kept(template, List.of())));
        }
        Set<UUID> deleted = plan.changes().stream()
                .filter(NamedChange.Delete.class::isInstance)
                .flatMap(change -> change.stored().map(ObjectRef::id).stream())
                .collect(Collectors.toSet());
        matches.unmatched().values().stream()
                .filter(there -> !there.isSystem() && !deleted.contains(there.id()))
                .forEach(there -> fresh(there).ifPresent(pulled::add));
        return pulled;
    }

    private Optional<PulledTemplate> fresh(StoredTemplate there) {
        if (there.name().isBlank()) {
            remarks.add("a template on the server has a blank name, which no file can declare: " + there.id());
            return Optional.empty();
        }
        return Optional.of(new PulledTemplate(
                Optional.empty(),
                there.name(),
                Optional.of(there.descriptionText()).filter(text -> !text.isEmpty()),
                there.category(),
                Merged.theirs(new Body(there.templateBody()).text()),
                Optional.ofNullable(there.placeholderAnnotations()),
                List.of(),
                List.of()));
    }

    private PulledTemplate known(Template template, StoredTemplate there) {
        PullDecisions choices = new PullDecisions();
        Optional<PlannedChange> update = of(there, TemplateChange.Update.class::isInstance);
        return new PulledTemplate(
                Optional.of(template),
                template.name(),
                template.description()
                        .map(text -> choices.of(
                                "description",
                                text,
                                there.descriptionText(),
                                of(there, NamedChange.Describe.class::isInstance))),
                choices.of(
                        "category",
                        template.category(),
                        there.category(),
                        update.filter(u -> template.category() != there.category())),
                body(template, there, update),
                template.annotations().flatMap(value -> annotations(value, there, update, choices)),
                choices.conflicts(),
                choices.notes());
    }

    private static Optional<Object> annotations(
            Object mine, StoredTemplate there, Optional<PlannedChange> update, PullDecisions choices) {
        Object theirs = there.placeholderAnnotations();
        Optional<PlannedChange> change = update.filter(u -> !there.holds(Optional.of(mine)));
        return Optional.ofNullable(choices.of("annotations", mine, theirs, change));
    }

    private static Merged body(Template template, StoredTemplate there, Optional<PlannedChange> update) {
        String mine = template.body().text();
        String theirs = new Body(there.templateBody()).text();
        // A conflict that nobody has solved yet would only be marked again.
        if (Markers.in(mine) || update.isEmpty() || mine.equals(theirs)) {
            return Merged.mine(mine);
        }
        Cause cause = update.get().cause();
        return switch (cause) {
            case LOCAL_EDIT, ROLLBACK, SWITCH -> Merged.mine(mine);
            case DRIFT, BEHIND -> Merged.theirs(theirs);
            case CONFLICT, UNKNOWN -> ThreeWayMerge.compare(mine, theirs, "server");
        };
    }

    private Optional<PlannedChange> of(StoredTemplate there, Predicate<Change> kind) {
        return plan.planned().stream()
                .filter(each -> kind.test(each.change())
                        && each.change()
                                .stored()
                                .filter(stored -> stored.id().equals(there.id()))
                                .isPresent())
                .findFirst();
    }
}
