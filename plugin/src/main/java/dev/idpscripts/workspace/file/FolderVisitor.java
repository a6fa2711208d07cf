package dev.idpscripts.workspace.file;

import dev.idpscripts.model.SourceLocation;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes what a folder holds: the files, and a problem for each thing that may hide one, since what cannot be read is never nothing. */
final class FolderVisitor extends SimpleFileVisitor<Path> {

    private final Folder folder;
    private final FileNames names;
    private final Border border;
    private final Problems problems;
    private final List<TextFile> files = new ArrayList<>();

    FolderVisitor(Folder folder, Problems problems) {
        this.folder = folder;
        this.names = new FileNames(folder.endings());
        this.border = new Border(folder.root());
        this.problems = problems;
    }

    List<TextFile> files() {
        return files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
        if (path.equals(folder.path())) {
            return FileVisitResult.CONTINUE;
        }
        String name = path.getFileName().toString();
        if (FileNames.isHidden(name)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        Optional<String> refusal = Files.isSymbolicLink(path) ? border.refusal(path) : Optional.empty();
        if (refusal.isEmpty() && names.isRead(name)) {
            refusal = Optional.of("is a folder, and a file has such a name; give the folder another");
        }
        refusal.ifPresent(why -> lose(path, why));
        return refusal.isPresent() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        String name = path.getFileName().toString();
        if (FileNames.isHidden(name)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            // Followed, so this one leads nowhere; to what, its name need not tell.
            lose(path, border.refusal(path).orElse("is a link to nothing; remove it"));
        } else if (attributes.isRegularFile()) {
            regular(path, name);
        } else if (names.isRead(name) || names.meant(name).isPresent()) {
            lose(path, TextFile.NOT_REGULAR);
        }
        return FileVisitResult.CONTINUE;
    }

    /** Takes what a commit has. */
    void takeAll(Snapshot past) {
        for (String name : past.files(folder.name())) {
            List<String> parts = List.of(name.split("/"));
            if (parts.stream().noneMatch(FileNames::isHidden)) {
                folder.tree()
                        .path(name)
                        .ifPresentOrElse(
                                path -> take(past, path, parts.get(parts.size() - 1)),
                                () -> problems.lose(
                                        SourceLocation.of(name),
                                        name,
                                        "cannot be read: this system knows no such name"));
            }
        }
    }

    private void take(Snapshot past, Path path, String name) {
        if (past.content(new TextFile(folder.tree(), path).name()).isPresent()) {
            regular(path, name);
        } else {
            lose(path, "is a link that leads out of the commit");
        }
    }

    private void regular(Path path, String name) {
        boolean linked = folder.tree().past().isEmpty() && Files.isSymbolicLink(path);
        Optional<String> refusal = names.isRead(name) && linked ? border.refusal(path) : Optional.empty();
        if (refusal.isPresent()) {
            lose(path, refusal.get());
            return;
        }
        TextFile file = new TextFile(folder.tree(), path);
        names.meant(name).ifPresent(right -> problems.lose(file.origin(), sibling(file, right), rename(file, right)));
        if (names.isMisplacedBody(name)) {
            problems.add(file.origin(), "scripts are not read from " + folder.name() + "; move it to scripts");
        }
        files.add(file);
    }

    private static String sibling(TextFile file, String name) {
        String own = file.name();
        return own.substring(0, own.lastIndexOf('/') + 1) + name;
    }

    private String rename(TextFile file, String right) {
        String name = file.path().getFileName().toString();
        boolean other = name.toLowerCase(Locale.ROOT).endsWith(".json");
        return "files ending in " + name.substring(name.lastIndexOf('.')) + " are not read; rename it to "
                + sibling(file, right)
                + (other ? ", or move it out of " + folder.name() + " if nothing is to read it" : "");
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        if (path.equals(folder.path()) || !FileNames.isHidden(path.getFileName().toString())) {
            lose(
                    path,
                    e instanceof FileSystemLoopException
                            ? "is a link to a folder that it is in; remove it"
                            : Border.unreadable(e));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path path, IOException e) {
        if (e != null) {
            lose(path, Border.unreadable(e));
        }
        return FileVisitResult.CONTINUE;
    }

    private void lose(Path path, String why) {
        TextFile file = new TextFile(folder.tree(), path);
        problems.lose(file.origin(), file.name(), why);
    }
}
