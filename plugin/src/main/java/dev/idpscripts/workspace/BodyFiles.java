package dev.idpscripts.workspace;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pairs each {@code <slug>.rhai} of a folder with the {@code <slug>.yaml} beside it. */
final class BodyFiles {

    private static final String BODY = ".rhai";
    private static final String METADATA = ".yaml";
    private static final String TESTS = ".tests.yaml";

    /**
     * A body and what describes it.
     *
     * @param slug the file's name without its ending: the name of what it declares, unless the metadata give another
     * @param body as it is to be on the server
     * @param origin the body's file
     * @param metadata the {@code .yaml}; an empty mapping at the body's origin if there is none
     */
    record Pair(String slug, Body body, Origin origin, YamlObject metadata) {}

    private final Placeholders placeholders;
    private final Problems problems;

    BodyFiles(Placeholders placeholders, Problems problems) {
        this.placeholders = placeholders;
        this.problems = problems;
    }

    List<Pair> read(Folder folder) {
        List<TextFile> files = folder.files();
        Folder.refuseNearMisses(files, problems);
        Map<String, TextFile> byName = files.stream().collect(Collectors.toMap(TextFile::name, Function.identity()));
        refuseStrays(byName);
        List<Pair> pairs = new ArrayList<>();
        new TreeMap<>(byName).forEach((name, file) -> {
            if (name.endsWith(BODY)) {
                pair(file, Optional.ofNullable(byName.get(base(name, BODY) + METADATA)))
                        .ifPresent(pairs::add);
            }
        });
        return pairs;
    }

    private Optional<Pair> pair(TextFile file, Optional<TextFile> yaml) {
        Optional<Body> body = file.read(problems)
                .flatMap(text -> placeholders.fill(file, text, problems))
                .flatMap(text -> Rules.body(new Body(text), file, problems));
        Optional<YamlObject> metadata = yaml.isPresent()
                ? YamlDocument.read(yaml.get(), problems)
                : Optional.of(YamlObject.empty(file.origin(), problems));
        if (metadata.isEmpty()) {
            problems.fileLost();
        }
        String slug = file.stem(BODY);
        // Without a body the metadata is still read, so that its problems show in the same run.
        return metadata.map(m -> new Pair(slug, body.orElse(new Body("")), file.origin(), m));
    }

    private void refuseStrays(Map<String, TextFile> byName) {
        byName.forEach((name, file) -> {
            if (name.endsWith(METADATA)) {
                String body = base(name, name.endsWith(TESTS) ? TESTS : METADATA) + BODY;
                if (!byName.containsKey(body)) {
                    problems.add(
                            file.origin(), "describes " + body + ", which does not exist; add it, or remove this file");
                }
            }
        });
    }

    private static String base(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }
}
