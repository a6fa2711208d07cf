package dev.idpscripts.model.pull;

import dev.idpscripts.model.FileChange;
import dev.idpscripts.model.FileState;
import java.util.List;
import java.util.Optional;

/**
 * What a pull does with one file.
 *
 * @param file relative to the repository
 * @param state what happens to it
 * @param text its new text; empty if it stays as it is
 * @param remarks what the reader should know about it
 */
public record PulledFile(String file, FileState state, Optional<String> text, List<String> remarks) {

    public PulledFile {
        remarks = List.copyOf(remarks);
    }

    /** The same without the text. */
    public FileChange change() {
        return new FileChange(file, state, remarks);
    }
}
