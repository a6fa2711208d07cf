package dev.idpscripts.model.pull;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Script;
import java.util.List;
import java.util.Optional;

/**
 * A script as the files are to declare it after a pull.
 *
 * @param file as they declare it now; empty if they do not
 * @param name its name from now on
 * @param renamedFrom the old name that the file gives, as long as it is of use
 * @param description empty if the file is to say nothing
 * @param status its status from now on
 * @param body the file's text, the server's, or both
 * @param conflicts what differs besides the body and must be decided by people; the file keeps its word
 * @param notes what the reader should know
 */
public record PulledScript(
        Optional<Script> file,
        String name,
        Optional<String> renamedFrom,
        Optional<String> description,
        ScriptStatus status,
        Merged body,
        List<String> conflicts,
        List<String> notes) {

    public PulledScript {
        conflicts = List.copyOf(conflicts);
        notes = List.copyOf(notes);
    }

    /** A declared script that stays as it is. */
    public static PulledScript kept(Script file, List<String> notes) {
        return new PulledScript(
                Optional.of(file),
                file.name(),
                file.renamedFrom(),
                file.description(),
                file.status(),
                Merged.mine(file.body().text()),
                List.of(),
                notes);
    }
}
