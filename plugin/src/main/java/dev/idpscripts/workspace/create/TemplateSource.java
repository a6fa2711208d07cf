package dev.idpscripts.workspace.create;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A template that a script is made from.
 *
 * @param text as it is to stand in a file: with the environments' placeholders, not their values
 * @param annotations what its own placeholders mean
 * @param place where it was found, for people
 */
public record TemplateSource(
        String name, String text, Optional<String> description, Optional<Object> annotations, String place) {

    private static final String BODY = ".rhai";

    /** One that the server has; a literal {@code @@} is written so that it stays one. */
    public static TemplateSource of(StoredTemplate stored) {
        return new TemplateSource(
                stored.name(),
                new Body(stored.templateBody()).text().replace("@@", "@@@@"),
                Optional.of(stored.descriptionText()).filter(text -> !text.isBlank()),
                Optional.ofNullable(stored.placeholderAnnotations()),
                "on the server");
    }

    /**
     * The template of the files with this name or slug; empty if there is none.
     *
     * @throws UserError if the files say that it is removed
     * @throws InvalidFiles if its files are wrong
     */
    public static Optional<TemplateSource> find(Path root, Environment environment, String word) {
        Workspace.Reading reading = new Workspace(root).look(environment);
        List<Template> templates = reading.files().templates();
        Optional<Template> found = ObjectName.find(word, templates, Template::name)
                .or(() -> ObjectName.find(word, templates, TemplateSource::slug));
        if (found.isEmpty()) {
            reading.refuseIfHidden();
            refuseRemoved(reading.files().removed().templates(), word);
        }
        return found.map(template -> read(root, template, reading.problems()));
    }

    /** The names that could have been meant. */
    public static List<String> known(Path root, Environment environment) {
        return new Workspace(root)
                .look(environment).files().templates().stream()
                        .map(Template::name)
                        .toList();
    }

    private static void refuseRemoved(List<Tombstones.Named> removed, String word) {
        removed.stream()
                .filter(tombstone -> ObjectName.isSame(tombstone.name(), word))
                .findFirst()
                .ifPresent(tombstone -> {
                    throw new UserError(
                            ErrorCode.PARAMETER_INVALID,
                            "template " + word + " is removed: " + tombstone.origin() + " says so",
                            "Name another: -Didp-scripts.template=NAME, or take the line back.");
                });
    }

    private static TemplateSource read(Path root, Template template, List<Problem> problems) {
        String file = template.origin().file();
        String base = file.substring(0, file.length() - BODY.length());
        List<Problem> own = problems.stream()
                .filter(problem -> ObjectName.normal(problem.origin().file()).startsWith(ObjectName.normal(base) + "."))
                .toList();
        if (!own.isEmpty()) {
            throw new InvalidFiles(ErrorCode.FILES_INVALID, own);
        }
        Problems none = new Problems();
        String text = TextFile.of(root, file).read(none).orElse("");
        none.throwIfAny();
        return new TemplateSource(
                template.name(), new Body(text).text(), template.description(), template.annotations(), "of " + file);
    }

    private static String slug(Template template) {
        String file = template.origin().file();
        String last = file.substring(file.lastIndexOf('/') + 1);
        return last.substring(0, last.length() - BODY.length());
    }
}
