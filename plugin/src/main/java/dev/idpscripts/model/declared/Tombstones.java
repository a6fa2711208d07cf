package dev.idpscripts.model.declared;

import dev.idpscripts.model.Hook;
import dev.idpscripts.model.SourceLocation;
import java.util.List;

/**
 * What must go from the server even without pruning.
 *
 * @param scripts by name
 * @param templates by name
 * @param bindings by script and hook
 */
public record Tombstones(List<Named> scripts, List<Named> templates, List<Unbound> bindings) {

    public static final Tombstones NONE = new Tombstones(List.of(), List.of(), List.of());

    /** A script or template. */
    public record Named(String name, SourceLocation origin) {}

    /**
     * All bindings of a script on a hook.
     *
     * @param connector the connector's name in the environment
     */
    public record Unbound(String connector, Hook hook, String script, SourceLocation origin) {}

    public Tombstones {
        scripts = List.copyOf(scripts);
        templates = List.copyOf(templates);
        bindings = List.copyOf(bindings);
    }
}
