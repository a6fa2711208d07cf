package dev.idpscripts.plan;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.plan.Unmanaged;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.plan.attribution.Ownership;
import dev.idpscripts.plan.attribution.TemplateAttribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans the templates. Nothing on the server tells which repository made one, so none is pruned: only what has a tombstone is
 * deleted.
 */
public final class TemplatePlanner {

    private final Declarations files;
    private final Inventory server;
    private final TemplateAttribution who;
    private final Map<String, SourceLocation> tombstones;

    TemplatePlanner(Declarations files, Inventory server, Ownership ours) {
        this.who = new TemplateAttribution(ours);
        this.tombstones = files.removed().templates().stream()
                .collect(Collectors.toMap(Tombstones.Named::name, Tombstones.Named::origin, (a, b) -> a));
        this.files = files;
        this.server = server;
    }

    void plan(PlanBuilder draft) {
        List<Template> declared = files.templates().stream()
                .sorted(Comparator.comparing(Template::name))
                .toList();
        Matches<Template, StoredTemplate> matches = matches(declared, server.templates());
        for (String name : matches.renames()) {
            Template template = declared.stream()
                    .filter(t -> t.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            StoredTemplate stored = matches.of(name).orElseThrow();
            draft.add(
                    new NamedChange.Rename(stored, name),
                    Reason.of("the server has it as \"" + stored.name() + "\"", template.metadata()));
        }
        for (Template template : declared) {
            content(template, matches.of(template.name()), draft);
        }
        matches.unmatched().values().stream()
                .sorted(Comparator.comparing(StoredTemplate::name))
                .forEach(template -> undeclared(template, draft));
    }

    /** Which declared template is which stored one. */
    public static Matches<Template, StoredTemplate> matches(List<Template> declared, List<StoredTemplate> stored) {
        return new Matches<>(
                declared,
                stored,
                new Matches.Names<>(
                        Template::name,
                        Template::renamedFrom,
                        t -> Set.of(),
                        StoredTemplate::name,
                        t -> Optional.empty()));
    }

    private void content(Template template, Optional<StoredTemplate> stored, PlanBuilder draft) {
        if (stored.isEmpty()) {
            draft.add(new TemplateChange.Create(template), Reason.of("it is not on the server", template.origin()));
            return;
        }
        StoredTemplate there = stored.get();
        if (there.isSystem()) {
            draft.problem(
                    template.metadata(),
                    "the template \"" + template.name()
                            + "\" belongs to the server itself and cannot be changed; give yours" + " another name");
            return;
        }
        List<String> differences = differences(template, there);
        if (!differences.isEmpty()) {
            draft.add(
                    new TemplateChange.Update(there, template),
                    Reason.of(String.join(", ", differences) + " on the server", template.origin())
                            .by(who.content(there, template)));
        }
        template.description()
                .filter(text -> !text.equals(there.descriptionText()))
                .ifPresent(text -> draft.add(
                        new NamedChange.Describe(there, template.name(), text),
                        Reason.of("the description differs", template.metadata())
                                .by(who.description(there, template))));
    }

    private static List<String> differences(Template template, StoredTemplate there) {
        List<String> differences = new ArrayList<>();
        if (!template.body().equals(new Body(there.templateBody()))) {
            differences.add("another body");
        }
        if (template.category() != there.category()) {
            differences.add("category " + there.category());
        }
        if (!there.holds(template.annotations())) {
            differences.add("other annotations");
        }
        return differences;
    }

    private void undeclared(StoredTemplate template, PlanBuilder draft) {
        Optional<SourceLocation> tombstone = Optional.ofNullable(tombstones.get(template.name()));
        if (template.isSystem()) {
            leave(template, "belongs to the server", draft);
        } else if (tombstone.isPresent()) {
            draft.add(
                    new NamedChange.Delete(template),
                    Reason.of("the files say that it is removed", tombstone.get())
                            .by(who.deletion(template)));
        } else {
            leave(template, "no file declares it", draft);
        }
    }

    private static void leave(StoredTemplate template, String detail, PlanBuilder draft) {
        draft.leave(new Unmanaged(ObjectAddress.template(template.name()), detail, false, false));
    }
}
