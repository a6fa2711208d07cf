package dev.idpscripts.workspace;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.pull.Markers;
import dev.idpscripts.workspace.file.Folder;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import dev.idpscripts.workspace.yaml.Located;
import dev.idpscripts.workspace.yaml.YamlDocument;
import dev.idpscripts.workspace.yaml.YamlObject;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pairs each {@code <slug>.rhai} of a folder with the {@code <slug>.yaml} and the tests beside it. */
final class BodyFiles {

    private static final String BODY = ".rhai";
    private static final String METADATA = ".yaml";
    private static final String TESTS = ".tests.yaml";
    private static final String SNAPSHOTS = ".tests.snap";

    /** What is read of {@code scripts/} and {@code templates/}. */
    static final List<String> ENDINGS = List.of(BODY, TESTS, METADATA, SNAPSHOTS);

    /**
     * A body and what describes it.
     *
     * @param slug the file's name without its ending: the name of what it declares, unless the metadata give another
     * @param body as it is to be on the server; empty if it cannot be read, which is then a problem
     * @param source the body's file
     * @param metadata the {@code .yaml}; an empty mapping at the body's origin if there is none
     * @param tests the {@code .tests.yaml}
     * @param snapshots what tests gave when it was recorded
     */
    record Pair(
            String slug,
            Body body,
            Source source,
            YamlObject metadata,
            Optional<TextFile> tests,
            Optional<TextFile> snapshots) {

        SourceLocation origin() {
            return source.origin();
        }
    }

    /** A body and where it comes from. */
    private record FilledBody(Body body, Source source) {}

    private final Placeholders placeholders;
    private final Problems problems;
    private final boolean merging;
    private final List<Tombstones.Named> removed = new ArrayList<>();

    /**
     * @param merging whether conflicts may be left in bodies, as for a pull, which tells of them itself
     */
    BodyFiles(Placeholders placeholders, Problems problems, boolean merging) {
        this.placeholders = placeholders;
        this.problems = problems;
        this.merging = merging;
    }

    /** What a folder says must go: each {@code .yaml} without a body that says {@code removed: true}. */
    List<Tombstones.Named> removed() {
        return List.copyOf(removed);
    }

    List<Pair> read(Folder folder) {
        removed.clear();
        List<TextFile> files = folder.files(problems);
        Map<String, TextFile> byName = files.stream().collect(Collectors.toMap(BodyFiles::name, Function.identity()));
        refuseStrays(byName);
        List<Pair> pairs = new ArrayList<>();
        new TreeMap<>(byName).forEach((name, file) -> {
            if (name.endsWith(BODY)) {
                pair(file, byName).ifPresent(pairs::add);
            }
        });
        return pairs;
    }

    private Optional<Pair> pair(TextFile file, Map<String, TextFile> byName) {
        String base = base(name(file), BODY);
        Optional<TextFile> yaml = Optional.ofNullable(byName.get(base + METADATA));
        // Without a body the metadata is still read, so that its problems show in the same run.
        FilledBody read = body(file).orElse(new FilledBody(new Body(""), Source.of(file.name(), "")));
        Optional<YamlObject> metadata = yaml.isPresent()
                ? YamlDocument.read(yaml.get(), problems)
                : Optional.of(YamlObject.empty(file.origin(), problems));
        if (problems.isLost(base + METADATA)) {
            metadata = Optional.empty();
        }
        if (metadata.isEmpty()) {
            problems.lose(file.name());
        }
        return metadata.map(m -> new Pair(
                file.stem(BODY),
                read.body(),
                read.source(),
                m,
                Optional.ofNullable(byName.get(base + TESTS)),
                Optional.ofNullable(byName.get(base + SNAPSHOTS))));
    }

    private Optional<FilledBody> body(TextFile file) {
        Optional<String> text =
                file.read(problems).map(t -> new Body(t).text()).filter(t -> merging || isSolved(t, file));
        return text.flatMap(t -> placeholders
                .fill(t, at -> file.positionAfter(t.substring(0, at)), problems)
                .flatMap(filled -> ServerConstraints.body(new Body(filled.text()), file, problems)
                        .map(body -> new FilledBody(body, new Source(file.name(), t, filled.substitutions())))));
    }

    private boolean isSolved(String text, TextFile file) {
        OptionalInt line = Markers.line(text);
        line.ifPresent(n -> problems.add(new SourceLocation(file.name(), n, 1), Markers.problem(n)));
        return line.isEmpty();
    }

    private void refuseStrays(Map<String, TextFile> byName) {
        byName.forEach((name, file) -> {
            if (name.endsWith(METADATA)) {
                String body = base(name, name.endsWith(TESTS) ? TESTS : METADATA) + BODY;
                if (!byName.containsKey(body) && !problems.isLost(body) && (name.endsWith(TESTS) || !tombstone(file))) {
                    problems.add(
                            file.origin(),
                            "describes " + body + ", which does not exist; add it, or remove this file"
                                    + (name.endsWith(TESTS)
                                            ? ""
                                            : ", or say \"removed: true\" if it must go from the server"));
                }
            }
        });
    }

    private boolean tombstone(TextFile file) {
        // Its other problems are nobody's as long as it describes nothing.
        Optional<YamlObject> object = YamlDocument.read(file, new Problems());
        if (object.isEmpty() || !object.get().isTrue("removed")) {
            return false;
        }
        YamlObject tombstone = YamlDocument.read(file, problems).orElseThrow();
        tombstone.get("removed");
        Located<String> slug = new Located<>(file.stem(METADATA), file.origin());
        Located<String> name = tombstone.get("name").flatMap(YamlValue::text).orElse(slug);
        tombstone.refuseOthers();
        ServerConstraints.name(name, problems).ifPresent(n -> removed.add(new Tombstones.Named(n, name.origin())));
        return true;
    }

    /** By which files that belong together find each other. */
    private static String name(TextFile file) {
        return ObjectName.normal(file.name());
    }

    private static String base(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }
}
