package dev.idpscripts.workspace.record;

import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.PlaceholderRestorer;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import dev.idpscripts.workspace.yaml.Texts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes a test case of a run that happened on a server. */
public final class Capture {

    private final Path root;
    private final Environment environment;

    /**
     * @param root the repository
     * @param environment whose values and secrets the run holds
     */
    public Capture(Path root, Environment environment) {
        this.root = root;
        this.environment = environment;
    }

    /**
     * What was written.
     *
     * @param change of the file with the script's tests
     * @param masked how many secrets are hidden in it
     */
    public record Written(FileChange change, int masked) {}

    /**
     * Appends a case to the script's tests; whatever else is in the file stays.
     *
     * @param name of the case, unique among the script's tests
     * @param context what the script saw
     * @param seen what it did
     * @throws UserError if there is a test of this name, or the file cannot be appended to
     */
    public Written append(Script script, String name, JsonValue context, RunOutcome seen) {
        if (script.tests().stream().anyMatch(test -> ObjectName.isSame(test.name(), name))) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "script " + script.name() + " has a test \"" + name + "\" already",
                    "Nothing was written. Give another name: -Didp-scripts.name=NAME");
        }
        String file = script.source().file().replaceFirst("\\.rhai$", ".tests.yaml");
        Mask mask = new Mask(environment.mask());
        CaseText test = caseOf(script, name, context, seen, mask);
        FileState state = TextFile.of(root, file).exists() ? FileState.UPDATED : FileState.CREATED;
        write(file, text(file, test));
        return new Written(new FileChange(file, state), mask.size());
    }

    private CaseText caseOf(Script script, String name, JsonValue context, RunOutcome seen, Mask mask) {
        Map<String, Object> expect = CaseText.expecting(seen);
        mask.learn(context.value());
        mask.learn(expect);
        PlaceholderRestorer restorer = PlaceholderRestorer.ofResults(script, environment);
        return new CaseText(
                name, restorer.value(mask.hide(context.value())), Texts.object(restorer.value(mask.hide(expect))));
    }

    private String text(String file, CaseText test) {
        TextFile tests = TextFile.of(root, file);
        if (!tests.exists()) {
            String up = "../".repeat(Path.of(file).getNameCount() - 1);
            return test.checkedFile(
                    file, "# yaml-language-server: $schema=" + up + ".idp-scripts/schemas/tests.schema.json");
        }
        Problems problems = new Problems();
        Optional<String> text = tests.read(problems);
        problems.throwIfAny();
        return new CaseAppender(text.orElseThrow())
                .append(test)
                .orElseThrow(() -> new UserError(
                        ErrorCode.FILES_INVALID,
                        "nothing can be appended to " + file + " without changing the rest of it",
                        "Nothing was written. Put this into it:\n" + test.block(2)));
    }

    private void write(String file, String text) {
        TextFile.of(root, file).write(text, "Make the file and its folder writable.");
    }
}
