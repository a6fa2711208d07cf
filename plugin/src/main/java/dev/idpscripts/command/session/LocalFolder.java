package dev.idpscripts.command.session;

import dev.idpscripts.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What runs leave for later runs on this machine: the journal, and versions that were read once. It is not in {@code target}, since a
 * {@code mvn clean} must not take the way back away; nobody but its owner reads it, and Git passes it over.
 *
 * @param folder made when something is written there
 */
public record LocalFolder(Path folder) {

    private static final String JOURNAL = "journal.jsonl";
    private static final String VERSIONS = "versions";

    /** A repository's. */
    public static LocalFolder of(Path repository) {
        return new LocalFolder(repository.resolve(".idp-scripts").resolve("local"));
    }

    /** Where writes are noted. */
    public Path journal() {
        return folder.resolve(JOURNAL);
    }

    /** The same; or, if it could not be taken over, the one that an earlier version of the plugin left among the outputs. */
    public Path journal(Outputs outputs) {
        Path before = outputs.resolve(JOURNAL);
        return Files.exists(before) && !Files.exists(journal()) ? before : journal();
    }

    /** Where versions are kept that were read once. */
    public Path versions() {
        return folder.resolve(VERSIONS);
    }

    /**
     * Makes it ready, with what earlier versions of the plugin left among the outputs. Where that is not possible, whoever writes there
     * finds out and says so.
     *
     * @return this
     */
    public LocalFolder ready(Outputs outputs) {
        try {
            PrivateFiles.createFolders(folder);
            if (Files.notExists(folder.resolve(".gitignore"))) {
                Files.writeString(folder.resolve(".gitignore"), "*\n");
            }
            takeOver(outputs.resolve(JOURNAL), journal());
            takeOver(outputs.resolve(VERSIONS), versions());
            // It may come from elsewhere: a pipeline's cache keeps no permissions.
            PrivateFiles.restrict(folder);
            if (Files.exists(journal())) {
                PrivateFiles.restrict(journal());
            }
        } catch (IOException e) {
            // See above.
        }
        return this;
    }

    private static void takeOver(Path before, Path now) throws IOException {
        if (Files.exists(before) && !Files.exists(now)) {
            Files.move(before, now);
        }
    }
}
