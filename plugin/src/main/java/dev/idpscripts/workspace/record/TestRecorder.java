package dev.idpscripts.workspace.record;

import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.CaseResult.CaseState;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.TestCase;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.workspace.PlaceholderRestorer;
import dev.idpscripts.workspace.SnapshotFile;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes what tests gave into the files beside them: snapshots, and expectations that are to be as things are. */
public final class TestRecorder {

    private static final String BODY = ".rhai";
    private static final String WRITABLE = "Make the file and its folder writable.";

    private final Path root;
    private final Environment environment;

    /**
     * @param root the repository
     * @param environment whose values the results hold
     */
    public TestRecorder(Path root, Environment environment) {
        this.root = root;
        this.environment = environment;
    }

    /**
     * Records tests that expect nothing and were never recorded.
     *
     * @param update also rewrites what was recorded or expected and is not so any more
     * @return what was written, with a remark for each file
     */
    public List<FileChange> record(List<ScriptResult> results, boolean update) {
        List<FileChange> written = new ArrayList<>();
        for (ScriptResult result : results) {
            record(result, update, written);
            if (update) {
                expect(result, written);
            }
        }
        return written;
    }

    private void record(ScriptResult result, boolean update, List<FileChange> written) {
        PlaceholderRestorer restorer = PlaceholderRestorer.ofResults(result.script(), environment);
        Map<String, JsonValue> known = new TreeMap<>();
        result.script().tests().forEach(test -> test.recorded()
                .ifPresent(value -> known.put(test.name(), new JsonValue(restorer.value(value.value())))));
        int fresh = 0;
        for (CaseResult test : result.cases()) {
            if (test.state() == CaseState.UNRECORDED || (update && test.failed() && snapshot(test.test()))) {
                known.put(
                        test.test().name(),
                        new JsonValue(restorer.value(test.seen().result().value())));
                fresh++;
            }
        }
        String file = sibling(result, ".tests.snap");
        if (fresh > 0) {
            FileState state = TextFile.of(root, file).exists() ? FileState.UPDATED : FileState.CREATED;
            write(file, SnapshotFile.render(known));
            String what = Phrase.count(fresh, "test") + " recorded"
                    + (update ? "" : "; nothing was compared for " + Phrase.word(fresh, "it", "them"));
            written.add(new FileChange(file, state, List.of(what)));
        } else if (update) {
            removeStale(file, known, written);
        }
    }

    /** What was recorded of tests that are gone, or expect something now. */
    private void removeStale(String file, Map<String, JsonValue> known, List<FileChange> written) {
        TextFile snapshots = TextFile.of(root, file);
        if (!snapshots.exists()) {
            return;
        }
        Set<String> there = SnapshotFile.read(snapshots, new Problems()).keySet();
        if (known.keySet().containsAll(there)) {
            return;
        }
        if (known.isEmpty()) {
            delete(snapshots.path(), file);
        } else {
            write(file, SnapshotFile.render(known));
        }
        written.add(new FileChange(
                file,
                known.isEmpty() ? FileState.REMOVED : FileState.UPDATED,
                List.of(Phrase.count(there.size() - known.size(), "record") + " removed that no test needs")));
    }

    private void delete(Path path, String file) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static boolean snapshot(TestCase test) {
        return test.expect().isEmpty();
    }

    private void expect(ScriptResult result, List<FileChange> written) {
        List<CaseResult> failed = result.failures().stream()
                .filter(test -> !snapshot(test.test()))
                .toList();
        if (failed.isEmpty()) {
            return;
        }
        String file = sibling(result, ".tests.yaml");
        Problems problems = new Problems();
        String text = TextFile.of(root, file).read(problems).orElseThrow(() -> unwritable(file, null));
        write(
                file,
                new ExpectationEditor(text, PlaceholderRestorer.ofResults(result.script(), environment))
                        .expect(failed));
        written.add(new FileChange(
                file,
                FileState.UPDATED,
                List.of(Phrase.count(failed.size(), "expectation") + " rewritten to what came out")));
    }

    private static String sibling(ScriptResult result, String ending) {
        String body = result.script().source().file();
        return body.substring(0, body.length() - BODY.length()) + ending;
    }

    private void write(String file, String text) {
        TextFile.of(root, file).write(text, WRITABLE);
    }

    private static EnvironmentError unwritable(String file, IOException cause) {
        return new EnvironmentError(ErrorCode.OUTPUT_FAILED, "cannot write " + file, WRITABLE, cause);
    }
}
