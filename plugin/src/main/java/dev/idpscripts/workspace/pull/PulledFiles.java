package dev.idpscripts.workspace.pull;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.pull.Markers;
import dev.idpscripts.model.pull.Merged;
import dev.idpscripts.model.pull.Pull;
import dev.idpscripts.model.pull.PulledBindings;
import dev.idpscripts.model.pull.PulledFile;
import dev.idpscripts.model.pull.PulledScript;
import dev.idpscripts.model.pull.PulledTemplate;
import dev.idpscripts.workspace.BindingFiles;
import dev.idpscripts.workspace.PlaceholderRestorer;
import dev.idpscripts.workspace.Placeholders;
import dev.idpscripts.workspace.ScriptFiles;
import dev.idpscripts.workspace.TemplateFiles;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.ReadBack;
import dev.idpscripts.workspace.file.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which files a pull writes, and how. Reads the repository; {@link PullWriter} writes. */
public final class PulledFiles {

    private static final String BODY = ".rhai";
    private static final String METADATA = ".yaml";
    private static final String MARKS = "what both sides changed stands between <<<<<<< and >>>>>>>";

    private final SourceTree tree;
    private final Environment environment;
    private final PlaceholderRestorer restorer;
    private final Map<String, Slugs> slugs = new HashMap<>();
    private final List<PulledFile> files = new ArrayList<>();

    private PulledFiles(SourceTree tree, Environment environment) {
        this.tree = tree;
        this.environment = environment;
        this.restorer = PlaceholderRestorer.ofLines(environment);
        for (String folder : List.of(ScriptFiles.FOLDER, TemplateFiles.FOLDER, BindingFiles.FOLDER)) {
            slugs.put(folder, ExistingFiles.slugs(tree, folder));
        }
    }

    /**
     * The files, in the order of scripts, templates and bindings.
     *
     * @param tree the repository
     * @param environment whose values and connector names are turned back
     */
    public static List<PulledFile> list(Pull pull, SourceTree tree, Environment environment) {
        PulledFiles files = new PulledFiles(tree, environment);
        pull.scripts().forEach(files::script);
        pull.templates().forEach(files::template);
        pull.bindings().forEach(files::bindings);
        return List.copyOf(files.files);
    }

    private void script(PulledScript script) {
        String base = script.file()
                .map(file -> without(file.source().file(), BODY))
                .orElseGet(() -> fresh(ScriptFiles.FOLDER, script.name(), "script"));
        boolean same = script.file()
                .filter(file -> file.name().equals(script.name())
                        && file.renamedFrom().equals(script.renamedFrom())
                        && file.description().equals(script.description())
                        && file.status() == script.status())
                .isPresent();
        String yaml = base + METADATA;
        Optional<String> text = same
                ? Optional.empty()
                : YamlText.script(script, last(base), yaml)
                        .or(() -> ExistingFiles.is(tree, yaml) ? Optional.of("status: active\n") : Optional.empty());
        pair(
                base,
                body(base + BODY, script.file().map(file -> file.body()), script.body()),
                text,
                script.conflicts(),
                script.notes());
    }

    private void template(PulledTemplate template) {
        String base = template.file()
                .map(file -> without(file.origin().file(), BODY))
                .orElseGet(() -> fresh(TemplateFiles.FOLDER, template.name(), "template"));
        boolean same = template.file()
                .filter(file -> file.description().equals(template.description())
                        && file.category() == template.category()
                        && file.annotations()
                                .map(JsonValue::new)
                                .equals(template.annotations().map(JsonValue::new)))
                .isPresent();
        String yaml = base + METADATA;
        List<String> notes = new ArrayList<>(template.notes());
        PulledTemplate said = template;
        if (!same && !template.annotations().map(YamlText::canSay).orElse(true)) {
            said = template.withoutAnnotations();
            notes.add(
                    "the annotations on the server have what YAML files cannot say, such as null; they are left alone");
        }
        pair(
                base,
                body(base + BODY, template.file().map(file -> file.body()), template.body()),
                same ? Optional.empty() : Optional.of(YamlText.template(said, last(base), yaml)),
                template.conflicts(),
                notes);
    }

    /** What concerns no body stands beside the metadata; where there are none, beside the body all the same. */
    private void pair(
            String base, PulledFile body, Optional<String> metadata, List<String> conflicts, List<String> notes) {
        if (metadata.isPresent() || ExistingFiles.is(tree, base + METADATA)) {
            files.add(body);
            metadata(base + METADATA, metadata, conflicts, notes);
            return;
        }
        List<String> remarks = new ArrayList<>(body.remarks());
        remarks.addAll(conflicts);
        remarks.addAll(notes);
        FileState state = conflicts.isEmpty() ? body.state() : FileState.CONFLICT;
        files.add(new PulledFile(body.file(), state, body.text(), remarks));
    }

    private void bindings(PulledBindings bindings) {
        Optional<String> name = bindings.use().map(use -> use.inFiles()).or(() -> nameInFiles(bindings.connector()));
        if (name.isEmpty()) {
            files.add(new PulledFile(
                    BindingFiles.FOLDER,
                    FileState.UNCHANGED,
                    Optional.empty(),
                    List.of("bindings of " + bindings.connector() + " are left out: "
                            + environment.origin().file()
                            + " gives that name to another connector, so that no file can name this one")));
            return;
        }
        String file = bindings.use()
                .map(use -> use.origin().file())
                .orElseGet(() -> fresh(BindingFiles.FOLDER, name.get(), "connector") + METADATA);
        metadata(
                file,
                bindings.changed() ? Optional.of(YamlText.bindings(bindings, name.get(), file)) : Optional.empty(),
                bindings.conflicts(),
                bindings.notes());
    }

    /** The name by which files must call a connector; empty if the environment gives its name to another one. */
    private Optional<String> nameInFiles(String connector) {
        return environment.connectors().entrySet().stream()
                .filter(alias -> ObjectName.isSame(alias.getValue(), connector))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .or(() -> Optional.of(connector)
                        .filter(name -> ObjectName.isSame(environment.connectorHere(name), connector)));
    }

    private PulledFile body(String file, Optional<Body> filled, Merged merged) {
        if (filled.isPresent() && merged.isMine()) {
            boolean marked = Markers.in(filled.get().text());
            return new PulledFile(
                    file,
                    marked ? FileState.CONFLICT : FileState.UNCHANGED,
                    Optional.empty(),
                    marked ? List.of("still has the marks of an earlier conflict") : List.of());
        }
        String own = filled.map(body -> ExistingFiles.text(tree, file)).orElse("");
        String values = filled.map(Body::text).orElse("");
        String text = ReadBack.checked(
                file,
                new MergedText(own, values, restorer::text).of(merged),
                new MergedText(values, values, line -> line).of(merged),
                this::filled,
                "Bring into it by hand what the server has. To see it:\n  " + GoalCommand.of("plan"));
        FileState state =
                filled.isEmpty() ? FileState.CREATED : merged.isMixed() ? FileState.MERGED : FileState.UPDATED;
        return new PulledFile(
                file,
                merged.isConflict() ? FileState.CONFLICT : state,
                Optional.of(text),
                merged.isConflict() ? List.of(MARKS) : List.of());
    }

    private Optional<String> filled(String text) {
        return new Placeholders(environment)
                .fill(text, at -> null, new Problems())
                .map(Placeholders.Filled::text);
    }

    private void metadata(String file, Optional<String> text, List<String> conflicts, List<String> notes) {
        boolean there = ExistingFiles.is(tree, file);
        List<String> remarks = new ArrayList<>(conflicts);
        remarks.addAll(notes);
        if (text.isPresent() && there && ExistingFiles.hasComments(tree, file)) {
            remarks.add("its comments are gone, since it was written anew");
        }
        FileState written = there ? FileState.UPDATED : FileState.CREATED;
        FileState state = text.isPresent() ? written : FileState.UNCHANGED;
        files.add(new PulledFile(file, conflicts.isEmpty() ? state : FileState.CONFLICT, text, remarks));
    }

    private String fresh(String folder, String name, String usual) {
        return folder + "/" + slugs.get(folder).of(name, usual);
    }

    private static String without(String file, String ending) {
        return file.substring(0, file.length() - ending.length());
    }

    private static String last(String base) {
        return base.substring(base.lastIndexOf('/') + 1);
    }
}
