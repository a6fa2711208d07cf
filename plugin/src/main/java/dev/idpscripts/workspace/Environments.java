package dev.idpscripts.workspace;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.file.Folder;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.file.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The repository's {@code environments/}: which there are, and which one is meant. */
public final class Environments {

    private static final String FOLDER = "environments";
    private static final String ENDING = ".yaml";

    private final SourceTree tree;

    /**
     * @param root the folder that has {@code environments/}
     */
    public Environments(Path root) {
        this(SourceTree.of(root));
    }

    /** The same, of files that need not lie there. */
    public Environments(SourceTree tree) {
        this.tree = tree;
    }

    /**
     * Reads the named environment; without a name the only one there is. Nothing else is ever assumed.
     *
     * @param name from the option or the POM; null or blank if not given
     * @throws UserError if there is no such environment, or none was named and there is not exactly one
     * @throws dev.idpscripts.model.error.InvalidFiles if its file is wrong
     */
    public Environment choose(String name) {
        Problems problems = new Problems();
        List<TextFile> files = folder().files(problems);
        // Before one is looked for: it may be the one that cannot be read.
        problems.throwIfAny();
        TextFile file =
                name == null || name.isBlank() ? only(environmentFiles(files)) : named(environmentFiles(files), name);
        Optional<Environment> environment = new EnvironmentFile(file, problems).read();
        problems.throwIfAny();
        return environment.orElseThrow(
                () -> new IllegalStateException("no problem, yet nothing read from " + file.name()));
    }

    /**
     * All environments.
     *
     * @param readable those whose files are right
     * @param problems what is wrong in the others
     */
    public record All(List<Environment> readable, List<Problem> problems) {}

    /** Reads every environment, for what must hold in all of them. */
    public All all() {
        List<Environment> readable = new ArrayList<>();
        List<Problem> all = new ArrayList<>();
        Problems unreadable = new Problems();
        List<TextFile> files = environmentFiles(folder().files(unreadable));
        all.addAll(unreadable.sorted());
        for (TextFile file : files) {
            Problems problems = new Problems();
            Optional<Environment> environment = new EnvironmentFile(file, problems).read();
            environment.filter(e -> problems.sorted().isEmpty()).ifPresent(readable::add);
            all.addAll(problems.sorted());
        }
        return new All(readable, all);
    }

    /** An environment as these files have it; empty if they do not. */
    public Optional<Environment> find(String name) {
        return folder().exists()
                        && environmentFiles(folder().files(new Problems())).stream()
                                .anyMatch(file -> ObjectName.isSame(stem(file), name))
                ? Optional.of(choose(name))
                : Optional.empty();
    }

    private Folder folder() {
        return new Folder(tree, FOLDER, List.of(ENDING));
    }

    private static List<TextFile> environmentFiles(List<TextFile> files) {
        return files.stream().filter(file -> file.name().endsWith(ENDING)).toList();
    }

    private static TextFile only(List<TextFile> files) {
        if (files.size() == 1) {
            return files.get(0);
        }
        throw new UserError(
                ErrorCode.ENVIRONMENT_UNKNOWN,
                files.isEmpty()
                        ? "there is no environment: no .yaml file in " + FOLDER
                        : "there are " + files.size() + " environments and none was named: " + names(files),
                files.isEmpty()
                        ? "Add one, such as " + FOLDER + "/sandbox.yaml with the line \"url: sandbox\"."
                        : "Name one: -Didp-scripts.environment=" + stem(files.get(0))
                                + ", or <idp-scripts.environment> in the POM's properties.");
    }

    private static TextFile named(List<TextFile> files, String name) {
        return ObjectName.find(name, files, Environments::stem)
                .orElseThrow(() -> new UserError(
                        ErrorCode.ENVIRONMENT_UNKNOWN,
                        "there is no environment \"" + name + "\": no file " + FOLDER + "/" + name + ENDING
                                + Suggestion.didYouMean(
                                        name,
                                        files.stream().map(Environments::stem).toList()),
                        files.isEmpty() ? "Add that file." : "There are: " + names(files) + "."));
    }

    private static String names(List<TextFile> files) {
        return String.join(", ", files.stream().map(Environments::stem).toList());
    }

    private static String stem(TextFile file) {
        return file.stem(ENDING);
    }
}
