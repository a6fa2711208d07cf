package dev.idpscripts.workspace.file;

import dev.idpscripts.model.SourceLocation;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of the repository's files, to be shown beside what is wrong in them. For one thread. */
public final class SourceLines {

    private final SourceTree tree;
    private final Map<String, List<String>> files = new HashMap<>();

    public SourceLines(SourceTree tree) {
        this.tree = tree;
    }

    /** The line at a place; empty if there is none, or the file cannot be read. */
    public Optional<String> at(SourceLocation origin) {
        List<String> lines = files.computeIfAbsent(origin.file(), this::read);
        return origin.line() > lines.size() ? Optional.empty() : Optional.of(lines.get(origin.line() - 1));
    }

    private List<String> read(String name) {
        try {
            return tree.file(name)
                    .read(new Problems())
                    .map(text -> text.lines().toList())
                    .orElse(List.of());
        } catch (InvalidPathException e) {
            return List.of();
        }
    }
}
