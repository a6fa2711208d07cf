package dev.idpscripts.model.pull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a pull does with one file.
 *
 * @param file relative to the repository
 * @param state what happens to it
 * @param text its new text; empty if it stays as it is
 * @param remarks what the reader should know about it
 */
public record PulledFile(String file, State state, Optional<String> text, List<String> remarks) {

    /** What happens to a file. Written in lower case. */
    public enum State {
        /** It was not there. */
        CREATED,
        /** It takes over what the server has. */
        UPDATED,
        /** It has the changes of both sides. */
        MERGED,
        /** Both sides changed the same: people must decide. */
        CONFLICT,
        /** It stays as it is. */
        UNCHANGED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PulledFile {
        remarks = List.copyOf(remarks);
    }
}
