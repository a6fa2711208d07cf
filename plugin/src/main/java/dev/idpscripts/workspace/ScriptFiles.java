package dev.idpscripts.workspace;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.workspace.file.Folder;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.yaml.Located;
import java.util.List;
import java.util.Optional;

/** Reads {@code scripts/}: a {@code .rhai} file alone is a complete script. */
public final class ScriptFiles {

    public static final String FOLDER = "scripts";

    private final BodyFiles bodies;
    private final TestFiles tests;
    private final Problems problems;

    ScriptFiles(BodyFiles bodies, TestFiles tests, Problems problems) {
        this.bodies = bodies;
        this.tests = tests;
        this.problems = problems;
    }

    /** Where they are. */
    public static Folder folder(SourceTree tree) {
        return new Folder(tree, FOLDER, BodyFiles.ENDINGS);
    }

    List<Script> read(Folder folder) {
        return bodies.read(folder).stream().map(this::script).toList();
    }

    private Script script(BodyFiles.Pair pair) {
        Metadata metadata = Metadata.read(pair, problems);
        Optional<Located<ScriptStatus>> status =
                pair.metadata().get("status").flatMap(value -> value.choice(ScriptStatus.class));
        pair.metadata().refuseOthers();
        ServerConstraints.request(
                List.of(metadata.name(), metadata.description().orElse("")),
                pair.metadata().origin(),
                problems);
        return new Script(
                metadata.name(),
                metadata.renamedFrom(),
                metadata.description(),
                status.map(Located::value).orElse(ScriptStatus.ACTIVE),
                pair.body(),
                pair.source(),
                pair.metadata().origin(),
                tests.read(pair.tests(), pair.snapshots()));
    }
}
