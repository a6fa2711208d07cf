package dev.idpscripts.workspace.record;

import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
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
import dev.idpscripts.workspace.file.ReadBack;
import dev.idpscripts.workspace.file.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
     * Records tests that expect nothing and were never recorded. Every text is put together and read back before the first is written.
     *
     * @param update also rewrites what was recorded or expected and is not so any more
     * @return what was written, with a remark for each file
     * @throws dev.idpscripts.model.error.UserError if a file cannot say what came out; then none is changed
     */
    public List<FileChange> record(List<ScriptResult> results, boolean update) {
        List<Written> written = new ArrayList<>();
        for (ScriptResult result : results) {
            record(result, update).ifPresent(written::add);
            if (update) {
                expect(result).ifPresent(written::add);
            }
        }
        written.forEach(this::write);
        return written.stream().map(Written::change).toList();
    }

    /**
     * What becomes of a file.
     *
     * @param text empty if it is removed
     */
    private record Written(FileChange change, Optional<String> text) {}

    private Optional<Written> record(ScriptResult result, boolean update) {
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
        if (fresh == 0) {
            return update ? withoutStale(file, known) : Optional.empty();
        }
        FileState state = TextFile.of(root, file).exists() ? FileState.UPDATED : FileState.CREATED;
        String what = Phrase.count(fresh, "test") + " recorded"
                + (update ? "" : "; nothing was compared for " + Phrase.word(fresh, "it", "them"));
        return Optional.of(new Written(new FileChange(file, state, List.of(what)), Optional.of(snapshot(file, known))));
    }

    private static String snapshot(String file, Map<String, JsonValue> known) {
        return ReadBack.checked(
                file,
                SnapshotFile.render(known),
                known,
                SnapshotFile::parse,
                "Give these tests an expectation of what matters instead.");
    }

    /** Without what was recorded of tests that are gone, or expect something now. */
    private Optional<Written> withoutStale(String file, Map<String, JsonValue> known) {
        TextFile snapshots = TextFile.of(root, file);
        if (!snapshots.exists()) {
            return Optional.empty();
        }
        Set<String> there = SnapshotFile.read(snapshots, new Problems()).keySet();
        Set<String> needed = known.keySet().stream().map(ObjectName::normal).collect(Collectors.toSet());
        if (there.stream().map(ObjectName::normal).allMatch(needed::contains)) {
            return Optional.empty();
        }
        FileState state = known.isEmpty() ? FileState.REMOVED : FileState.UPDATED;
        String what = Phrase.count(there.size() - known.size(), "record") + " removed that no test needs";
        return Optional.of(new Written(
                new FileChange(file, state, List.of(what)),
                known.isEmpty() ? Optional.empty() : Optional.of(snapshot(file, known))));
    }

    private static boolean snapshot(TestCase test) {
        return test.expect().isEmpty();
    }

    private Optional<Written> expect(ScriptResult result) {
        List<CaseResult> failed = result.failures().stream()
                .filter(test -> !snapshot(test.test()))
                .toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        String file = sibling(result, ".tests.yaml");
        String text = TextFile.of(root, file).read(new Problems()).orElseThrow(() -> unwritable(file, null));
        PlaceholderRestorer restorer = PlaceholderRestorer.ofResults(result.script(), environment);
        String edited = new ExpectationEditor(file, text, restorer).expect(failed);
        String what = Phrase.count(failed.size(), "expectation") + " rewritten to what came out";
        return Optional.of(new Written(new FileChange(file, FileState.UPDATED, List.of(what)), Optional.of(edited)));
    }

    private static String sibling(ScriptResult result, String ending) {
        String body = result.script().source().file();
        return body.substring(0, body.length() - BODY.length()) + ending;
    }

    private void write(Written written) {
        TextFile file = TextFile.of(root, written.change().file());
        if (written.text().isPresent()) {
            file.write(written.text().get(), WRITABLE);
            return;
        }
        try {
            Files.delete(file.path());
        } catch (IOException e) {
            throw unwritable(written.change().file(), e);
        }
    }

    private static EnvironmentError unwritable(String file, IOException cause) {
        return new EnvironmentError(ErrorCode.OUTPUT_FAILED, "cannot write " + file, WRITABLE, cause);
    }
}
