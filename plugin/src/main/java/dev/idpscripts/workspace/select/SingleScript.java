package dev.idpscripts.workspace.select;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.declared.TestCase;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.Placeholders;
import dev.idpscripts.workspace.TestFiles;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.file.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds one script and what it is to see; what is wrong with others does not matter here. */
public final class SingleScript {

    private static final String BODY = ".rhai";

    private final SourceTree tree;
    private final Environment environment;

    /**
     * @param root the repository
     * @param environment whose values are filled in
     */
    public SingleScript(Path root, Environment environment) {
        this(SourceTree.of(root), environment);
    }

    /** The same, of files that need not lie there. */
    public SingleScript(SourceTree tree, Environment environment) {
        this.tree = tree;
        this.environment = environment;
    }

    /**
     * The script of this name, slug or file; the file need not be in {@code scripts/}.
     *
     * @param word null or blank if not given
     * @throws UserError if there is none, or more than one, or its files are wrong
     */
    public Script find(String word) {
        if (word == null || word.isBlank()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "no script was named",
                    "Name one: -Didp-scripts.script=NAME, by its name, its slug or its file.");
        }
        Workspace.Reading reading = new Workspace(tree).look(environment);
        List<Script> scripts = reading.files().scripts();
        if (word.endsWith(BODY)
                && scripts.stream().noneMatch(s -> ObjectName.isSame(s.source().file(), word))
                && tree.file(word).exists()) {
            return loose(tree.file(word));
        }
        ScriptFilter filter = new ScriptFilter(word);
        if (!filter.knows(scripts)) {
            reading.refuseIfHidden();
        }
        List<Script> found = filter.of(scripts);
        if (found.size() > 1) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "\"" + word + "\" means " + found.size() + " scripts: "
                            + found.stream().map(s -> s.source().file()).collect(Collectors.joining(", ")),
                    "Name one of these files.");
        }
        refuseOf(found.get(0), reading);
        return found.get(0);
    }

    /**
     * The script with exactly this name, or that had it before.
     *
     * @throws UserError if the files have none, or its files are wrong
     */
    public Script named(String name) {
        Workspace.Reading reading = new Workspace(tree).look(environment);
        List<Script> scripts = reading.files().scripts();
        Optional<Script> found = ObjectName.find(name, scripts, Script::name).or(() -> scripts.stream()
                .filter(each -> each.renamedFrom()
                        .filter(old -> ObjectName.isSame(old, name))
                        .isPresent())
                .findFirst());
        if (found.isEmpty()) {
            reading.refuseIfHidden();
        }
        Script script = found.orElseThrow(
                () -> new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "script " + name + " is not in the files"
                                + Suggestion.didYouMean(
                                        name, scripts.stream().map(Script::name).toList()),
                        "Add it first: scripts/<slug>.rhai, and if its name is not the slug, scripts/<slug>.yaml with the name."));
        refuseOf(script, reading);
        return script;
    }

    private static void refuseOf(Script script, Workspace.Reading reading) {
        String base = ObjectName.normal(script.source().file()).replaceFirst("\\.rhai$", ".");
        refuse(reading.problems().stream()
                .filter(problem -> ObjectName.normal(problem.origin().file()).startsWith(base))
                .toList());
    }

    private Script loose(TextFile file) {
        Problems problems = new Problems();
        Optional<Script> script = file.read(problems)
                .map(text -> new Body(text).text())
                .flatMap(text -> new Placeholders(environment)
                        .fill(text, at -> file.positionAfter(text.substring(0, at)), problems)
                        .map(filled -> new Script(
                                file.stem(BODY),
                                Optional.empty(),
                                Optional.empty(),
                                ScriptStatus.DRAFT,
                                new Body(filled.text()),
                                new Source(file.name(), text, filled.substitutions()),
                                file.origin(),
                                List.of())));
        problems.throwIfAny();
        return script.orElseThrow();
    }

    /**
     * What the script is to see.
     *
     * @param given a file, or YAML or JSON that begins with a brace; null or blank if not given
     * @param test the name of one of its tests, whose context is taken; null or blank if not given
     * @throws UserError if both are given, or they cannot be read
     */
    public JsonValue context(Script script, String given, String test) {
        boolean none = given == null || given.isBlank();
        if (test != null && !test.isBlank()) {
            if (!none) {
                throw new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "both a context and a test were given",
                        "Give -Didp-scripts.context or -Didp-scripts.test, not both.");
            }
            return ofTest(script, test);
        }
        Problems problems = new Problems();
        TestFiles reader = new TestFiles(new Placeholders(environment), problems);
        Optional<JsonValue> context = reader.context(none ? "{}" : given, tree.root());
        problems.throwIfAny();
        return context.orElseThrow();
    }

    private static JsonValue ofTest(Script script, String name) {
        return ObjectName.find(name, script.tests(), TestCase::name)
                .map(TestCase::context)
                .orElseThrow(() -> new UserError(
                        ErrorCode.PARAMETER_INVALID,
                        "script " + script.name() + " has no test \"" + name + "\""
                                + Suggestion.didYouMean(
                                        name,
                                        script.tests().stream()
                                                .map(TestCase::name)
                                                .toList()),
                        "-Didp-scripts.test takes the whole name of one of its tests."));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidFiles(ErrorCode.FILES_INVALID, problems);
        }
    }
}
