package dev.idpscripts.model.pull;

import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.ConnectorUse;
import dev.idpscripts.model.declared.Tombstones;
import java.util.List;
import java.util.Optional;

/**
 * A connector's bindings as the files are to declare them after a pull.
 *
 * @param connector the connector's name on the server
 * @param use where the files declare it now; empty if they do not
 * @param bindings hook by hook, in the order in which they run; scripts by their names after the pull
 * @param removed the tombstones that the file has
 * @param changed whether the bindings are not those that the file declares
 * @param conflicts what must be decided by people; the file keeps its word there
 * @param notes what the reader should know
 */
public record PulledBindings(
        String connector,
        Optional<ConnectorUse> use,
        List<Binding> bindings,
        List<Tombstones.Unbound> removed,
        boolean changed,
        List<String> conflicts,
        List<String> notes) {

    public PulledBindings {
        bindings = List.copyOf(bindings);
        removed = List.copyOf(removed);
        conflicts = List.copyOf(conflicts);
        notes = List.copyOf(notes);
    }
}
