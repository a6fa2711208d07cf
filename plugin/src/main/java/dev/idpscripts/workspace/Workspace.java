package dev.idpscripts.workspace;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.workspace.file.Folder;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.SourceTree;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A repository of scripts, bindings and templates. */
public final class Workspace {

    private final SourceTree tree;

    /**
     * @param root the folder that has {@code scripts/} and {@code environments/}
     */
    public Workspace(Path root) {
        this(SourceTree.of(root));
    }

    /** The same, of files that need not lie there. */
    public Workspace(SourceTree tree) {
        this.tree = tree;
    }

    /**
     * Everything the files declare for an environment. {@code scripts/} must be there; without {@code bindings/} or
     * {@code templates/} the repository declares nothing about objects of that kind.
     *
     * @throws dev.idpscripts.model.error.InvalidFiles with all problems, if there is one
     * @throws dev.idpscripts.model.error.UserError if a folder cannot be read
     */
    public Declarations read(Environment environment) {
        Problems problems = new Problems();
        Declarations declarations = read(environment, problems);
        problems.throwIfAny();
        return declarations;
    }

    /**
     * As {@link #read}, but a missing {@code scripts/} is an empty one, and bodies may have conflicts in them: for a goal that merges into the
     * files.
     *
     * @throws dev.idpscripts.model.error.InvalidFiles with all problems, if there is one
     * @throws dev.idpscripts.model.error.UserError if a folder cannot be read
     */
    public Declarations readWhatIsThere(Environment environment) {
        Optional<Folder> scripts = Optional.of(ScriptFiles.folder(tree)).filter(Folder::exists);
        Problems problems = new Problems();
        Declarations declarations = read(environment, scripts, problems, true);
        new References(problems).check(declarations);
        problems.throwIfAny();
        return declarations;
    }

    /**
     * What some files of the repository declare, which may refer to others.
     *
     * @throws dev.idpscripts.model.error.InvalidFiles with all problems, if there is one
     */
    public Declarations part(Environment environment) {
        Optional<Folder> scripts = Optional.of(ScriptFiles.folder(tree)).filter(Folder::exists);
        Problems problems = new Problems();
        Declarations part = read(environment, scripts, problems, false);
        problems.throwIfAny();
        return part;
    }

    /**
     * What could be read and what could not.
     *
     * @param files without what could not be read
     * @param problems sorted by place
     * @param hiding those of them for which something may be there that {@code files} lacks
     */
    public record Reading(Declarations files, List<Problem> problems, List<Problem> hiding) {

        /**
         * For whoever misses something: it may be in what could not be read.
         *
         * @throws InvalidFiles if there is such a thing
         */
        public void refuseIfHidden() {
            if (!hiding.isEmpty()) {
                throw new InvalidFiles(ErrorCode.FILES_INVALID, hiding);
            }
        }
    }

    /**
     * As {@link #read}, but goes on with problems, so that what is right can be examined further in the same run.
     *
     * @throws dev.idpscripts.model.error.UserError if a folder cannot be read
     */
    public Reading look(Environment environment) {
        Problems problems = new Problems();
        Declarations files = read(environment, problems);
        return new Reading(files, problems.sorted(), problems.hiding());
    }

    private Declarations read(Environment environment, Problems problems) {
        Declarations declarations = read(environment, Optional.of(ScriptFiles.folder(tree)), problems, false);
        new References(problems).check(declarations);
        return declarations;
    }

    private Declarations read(
            Environment environment, Optional<Folder> scriptFolder, Problems problems, boolean merging) {
        Placeholders placeholders = new Placeholders(environment);
        BodyFiles bodies = new BodyFiles(placeholders, problems, merging);
        TestFiles tests = new TestFiles(placeholders, problems);
        Set<ObjectAddress.Type> kinds = EnumSet.of(ObjectAddress.Type.SCRIPT);
        List<Script> scripts =
                scriptFolder.map(new ScriptFiles(bodies, tests, problems)::read).orElse(List.of());
        List<Tombstones.Named> removedScripts = bodies.removed();
        BindingFiles.Content bindings = new BindingFiles.Content(List.of(), List.of(), List.of());
        Folder bindingFolder = BindingFiles.folder(tree);
        if (bindingFolder.exists()) {
            kinds.add(ObjectAddress.Type.BINDING);
            bindings = new BindingFiles(environment, problems).read(bindingFolder);
        }
        List<Template> templates = List.of();
        Folder templateFolder = TemplateFiles.folder(tree);
        if (templateFolder.exists()) {
            kinds.add(ObjectAddress.Type.TEMPLATE);
            templates = new TemplateFiles(bodies, problems).read(templateFolder);
        }
        List.of(bindingFolder, templateFolder).forEach(folder -> folder.refuseOtherCase(problems));
        Tombstones removed = new Tombstones(
                join(environment.removed().scripts(), removedScripts),
                join(environment.removed().templates(), templateFolder.exists() ? bodies.removed() : List.of()),
                bindings.removed());
        return new Declarations(scripts, bindings.connectors(), bindings.bindings(), templates, removed, kinds);
    }

    private static <T> List<T> join(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
