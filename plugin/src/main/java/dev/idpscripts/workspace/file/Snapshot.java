package dev.idpscripts.workspace.file;

import java.util.List;
import java.util.Optional;

/** The repository's files as they were at one time. Names are relative to the repository, with forward slashes. */
public interface Snapshot {

    /** The names of all files in a folder and below, hidden ones too; empty if there is no such folder. */
    List<String> files(String folder);

    /** The names of the folders and files that the repository itself holds. */
    List<String> names();

    /** What a file holds, byte by byte; empty if there is no such file. */
    Optional<byte[]> content(String name);
}
