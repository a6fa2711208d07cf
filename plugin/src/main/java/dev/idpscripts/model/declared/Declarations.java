package dev.idpscripts.model.declared;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ObjectCounts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything the files declare for one environment.
 *
 * @param scripts names are unique
 * @param connectors each connector that has a binding file; names are unique
 * @param bindings slots are unique; each names a script above
 * @param templates names are unique
 * @param removed what must go from the server
 * @param kinds which kinds of object the repository has a folder for; the others are left alone on the server
 */
public record Declarations(
        List<Script> scripts,
        List<ConnectorUse> connectors,
        List<Binding> bindings,
        List<Template> templates,
        Tombstones removed,
        Set<ObjectAddress.Type> kinds) {

    /** Files that say nothing. */
    public static final Declarations NONE =
            new Declarations(List.of(), List.of(), List.of(), List.of(), Tombstones.NONE, Set.of());

    public Declarations {
        scripts = List.copyOf(scripts);
        connectors = List.copyOf(connectors);
        bindings = List.copyOf(bindings);
        templates = List.copyOf(templates);
        kinds = Set.copyOf(kinds);
    }

    public ObjectCounts size() {
        return new ObjectCounts(scripts.size(), bindings.size(), templates.size());
    }

    /** What the scripts are called. */
    public Set<String> scriptNames() {
        return scripts.stream().map(Script::name).collect(Collectors.toSet());
    }
}
