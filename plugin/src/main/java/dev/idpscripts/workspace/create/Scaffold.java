package dev.idpscripts.workspace.create;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.BindingFiles;
import dev.idpscripts.workspace.ScriptFiles;
import dev.idpscripts.workspace.TemplateFiles;
import dev.idpscripts.workspace.file.Folder;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.file.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a new repository that works at once. */
public final class Scaffold {

    private static final String RESOURCES = "/dev/idpscripts/";
    private static final List<String> SCHEMAS = List.of("script", "tests", "template", "binding", "environment");

    /** Files in the repository, and what they are made from; a resource's name must not begin with a dot. */
    private static final Map<String, String> FILES = files();

    private final Path root;
    private final Map<String, String> files;
    private final List<Folder> mustBeEmpty;

    /**
     * @param root made if it is not there
     */
    public Scaffold(Path root) {
        this(root, FILES, List.of());
    }

    private Scaffold(Path root, Map<String, String> files, List<Folder> mustBeEmpty) {
        this.root = root;
        this.files = files;
        this.mustBeEmpty = mustBeEmpty;
    }

    /** Only what is around environments, scripts, bindings and templates; the folders of the last three must be empty. */
    public Scaffold withoutExample() {
        Map<String, String> frame = new LinkedHashMap<>(FILES);
        frame.keySet().removeIf(file -> file.contains("/") && !file.startsWith("."));
        SourceTree there = SourceTree.of(root);
        return new Scaffold(
                root,
                frame,
                List.of(ScriptFiles.folder(there), BindingFiles.folder(there), TemplateFiles.folder(there)));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "init/pom.xml");
        files.put("README.md", "init/README.md");
        files.put(".gitignore", "init/gitignore");
        files.put(".gitattributes", "init/gitattributes");
        files.put(".mvn/jvm.config", "init/jvm.config");
        for (String file : List.of(
                "environments/sandbox.yaml",
                "scripts/normalize-email.rhai",
                "scripts/normalize-email.yaml",
                "scripts/normalize-email.tests.yaml",
                "scripts/display-name.rhai",
                "bindings/corporate-ldap.yaml",
                "templates/default-value.rhai",
                "templates/default-value.yaml")) {
            files.put(file, "init/" + file);
        }
        for (String schema : SCHEMAS) {
            files.put(".idp-scripts/schemas/" + schema + ".schema.json", "schemas/" + schema + ".schema.json");
        }
        return files;
    }

    /**
     * Writes all files, or none if one of them is there already.
     *
     * @param values what <code>${name}</code> in the files stands for
     * @return the files, relative to the root
     * @throws UserError if files are in the way
     */
    public List<String> write(Map<String, String> values) {
        refuse(files.keySet());
        files.keySet().forEach(file -> TextFile.of(root, file).refuseOutside());
        files.forEach((file, resource) ->
                TextFile.of(root, file).write(fill(read(resource), values), "Is the folder writable?"));
        return List.copyOf(files.keySet());
    }

    /**
     * Finds out, before there are any, whether files would be overwritten or mixed with others.
     *
     * @throws UserError if files are in the way
     */
    public void refuseIfInTheWay() {
        Set<String> names = new LinkedHashSet<>(files.keySet());
        Problems problems = new Problems();
        mustBeEmpty.stream().filter(Folder::exists).forEach(folder -> folder.files(problems)
                .forEach(file -> names.add(file.name())));
        problems.sorted().forEach(problem -> names.add(problem.origin().file()));
        refuse(names);
    }

    private void refuse(Set<String> names) {
        List<String> inTheWay =
                names.stream().filter(file -> TextFile.of(root, file).exists()).toList();
        if (!inTheWay.isEmpty()) {
            throw new UserError(
                    ErrorCode.FILES_IN_THE_WAY,
                    "a new repository would overwrite files in " + root + ": " + String.join(", ", inTheWay),
                    "Nothing was written. Use an empty folder: -Didp-scripts.directory=DIR"
                            + (mustBeEmpty.isEmpty()
                                    ? ""
                                    : "\nTo pull into a repository that is there:\n  " + GoalCommand.of("pull")));
        }
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static String read(String resource) {
        try (InputStream in = Scaffold.class.getResourceAsStream(RESOURCES + resource)) {
            if (in == null) {
                throw new IllegalStateException("the plugin lacks its resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the plugin's resource " + resource + " cannot be read", e);
        }
    }
}
