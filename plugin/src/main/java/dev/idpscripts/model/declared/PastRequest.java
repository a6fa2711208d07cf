package dev.idpscripts.model.declared;

import java.util.Set;

/**
 * What somebody wants to know of the past: when these things were declared, and as what.
 *
 * @param scripts by name, also by names that they may have had
 * @param templates the same
 * @param connectors by their names on the server
 * @param files those that declare them now, as far as any does
 * @param commits from which something was applied
 */
public record PastRequest(
        Set<String> scripts, Set<String> templates, Set<String> connectors, Set<String> files, Set<String> commits) {

    public PastRequest {
        scripts = Set.copyOf(scripts);
        templates = Set.copyOf(templates);
        connectors = Set.copyOf(connectors);
        files = Set.copyOf(files);
        commits = Set.copyOf(commits);
    }

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return scripts.isEmpty() && templates.isEmpty() && connectors.isEmpty();
    }
}
