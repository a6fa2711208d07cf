package dev.idpscripts.model.plan;

/**
 * The order in which a plan is carried out; each phase ends before the next begins. A script must be there before it gets
 * a body, be active before it is bound, and be unbound before it is deleted (server.md 3). Renames come first, because a
 * new script may take a name that a rename sets free.
 */
public enum Phase {
    RENAMES,
    CREATES,
    BODIES,
    ACTIVATIONS,
    TEMPLATES,
    BINDINGS,
    DEACTIVATIONS,
    DELETES
}
