package dev.idpscripts.workspace.past;

import dev.idpscripts.workspace.file.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A few files of a commit.
 *
 * @param texts what each holds, by name
 */
record PastFiles(Map<String, byte[]> texts) implements Snapshot {

    @Override
    public List<String> files(String folder) {
        return texts.keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .sorted()
                .toList();
    }

    @Override
    public List<String> names() {
        return texts.keySet().stream()
                .flatMap(name -> Stream.of(name.split("/")).limit(1))
                .distinct()
                .toList();
    }

    @Override
    public Optional<byte[]> content(String name) {
        return Optional.ofNullable(texts.get(name));
    }
}
