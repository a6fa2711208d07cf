package dev.idpscripts.workspace;

import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.workspace.file.Folder;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.yaml.Located;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Reads {@code templates/}: as scripts, with a category and annotations instead of a status. */
public final class TemplateFiles {

    public static final String FOLDER = "templates";

    private final BodyFiles bodies;
    private final Problems problems;

    TemplateFiles(BodyFiles bodies, Problems problems) {
        this.bodies = bodies;
        this.problems = problems;
    }

    /** Where they are. */
    public static Folder folder(SourceTree tree) {
        return new Folder(tree, FOLDER, BodyFiles.ENDINGS);
    }

    List<Template> read(Folder folder) {
        return bodies.read(folder).stream().map(this::template).toList();
    }

    private Template template(BodyFiles.Pair pair) {
        Metadata metadata = Metadata.read(pair, problems);
        Optional<Located<TemplateCategory>> category =
                pair.metadata().get("category").flatMap(value -> value.choice(TemplateCategory.class));
        Optional<Object> annotations = pair.metadata().get("annotations").flatMap(YamlValue::json);
        pair.metadata().refuseOthers();
        pair.tests()
                .ifPresent(file -> problems.add(
                        file.origin(), "a template cannot be run, so it has no tests; test the scripts made from it"));
        ServerConstraints.request(
                List.of(
                        metadata.name(),
                        metadata.description().orElse(""),
                        pair.body().text(),
                        annotations.orElse("")),
                pair.metadata().origin(),
                problems);
        return new Template(
                metadata.name(),
                metadata.renamedFrom(),
                metadata.description(),
                category.map(Located::value).orElse(TemplateCategory.CUSTOM),
                pair.body(),
                annotations,
                pair.origin(),
                pair.metadata().origin());
    }
}
