package dev.idpscripts.model;

import java.util.List;

/**
 * What a run did, or would do, to one file of the repository.
 *
 * @param file relative to the repository
 * @param state what happened to it
 * @param remarks what the reader should know about it
 */
public record FileChange(String file, FileState state, List<String> remarks) {

    public FileChange {
        remarks = List.copyOf(remarks);
    }

    /** With nothing more to say. */
    public FileChange(String file, FileState state) {
        this(file, state, List.of());
    }
}
