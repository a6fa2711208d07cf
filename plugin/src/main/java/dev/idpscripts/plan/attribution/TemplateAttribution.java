package dev.idpscripts.plan.attribution;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says who made a difference in a template, of which the server keeps only when it was changed last. */
public final class TemplateAttribution {

    private static final Attribution NO_HISTORY = Attribution.unknown("the server keeps no history of templates");

    private final Ownership ours;
    private final PastAttribution past;

    public TemplateAttribution(Ownership ours) {
        this.ours = ours;
        this.past = new PastAttribution(ours);
    }

    /** Why it has another body, category or other annotations. */
    public Attribution content(StoredTemplate there, Template file) {
        Body body = new Body(there.templateBody());
        return changed(
                there,
                file,
                file.origin(),
                says -> says.body().equals(body)
                        && says.category() == there.category()
                        && there.holds(says.annotations()),
                says -> says.body().equals(file.body())
                        && says.category() == file.category()
                        && says.annotations().equals(file.annotations()));
    }

    /** Why it has another description. */
    public Attribution description(StoredTemplate there, Template file) {
        return changed(
                there,
                file,
                file.metadata(),
                says -> says.description().orElse("").equals(there.descriptionText()),
                says -> says.description().equals(file.description()));
    }

    private Attribution changed(
            StoredTemplate there,
            Template file,
            SourceLocation origin,
            Predicate<Template> stored,
            Predicate<Template> declared) {
        Set<String> names =
                past.templateNames(Stream.concat(Stream.of(there.name(), file.name()), file.renamedFrom().stream())
                        .collect(Collectors.toSet()));
        Optional<Edit> edit =
                there.wasChanged() ? Optional.of(Edit.at(there.updatedAt(), "changed it")) : Optional.empty();
        PastAttribution.Value value = new PastAttribution.Value(
                files -> files.templates().stream().anyMatch(t -> isCalled(names, t) && stored.test(t)),
                files -> files.templates().stream().anyMatch(t -> isCalled(names, t) && declared.test(t)),
                there::isSince,
                edit);
        return past.judge(value).orElseGet(() -> ours.newest()
                .filter(there::changedAfter)
                .flatMap(Ownership::trailer)
                .filter(trailer -> ours.untouchedSince(trailer.commit(), origin))
                .flatMap(trailer -> edit)
                .map(Attribution::drift)
                .orElse(NO_HISTORY));
    }

    private static boolean isCalled(Set<String> names, Template says) {
        return names.contains(says.name())
                || says.renamedFrom().filter(names::contains).isPresent();
    }

    /** Whose template goes. */
    public Attribution deletion(StoredTemplate there) {
        return ours.isUs(there.createdBy()) ? Attribution.LOCAL : NO_HISTORY;
    }
}
