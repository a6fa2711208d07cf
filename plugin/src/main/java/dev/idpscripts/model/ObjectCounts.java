package dev.idpscripts.model;

/**
 * How many objects there are on one side of a plan.
 *
 * @param scripts scripts
 * @param bindings hook bindings
 * @param templates script templates
 */
public record ObjectCounts(int scripts, int bindings, int templates) {

    public int of(ObjectAddress.Type type) {
        return switch (type) {
            case SCRIPT -> scripts;
            case BINDING -> bindings;
            case TEMPLATE -> templates;
        };
    }
}
