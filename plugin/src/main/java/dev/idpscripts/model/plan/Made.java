package dev.idpscripts.model.plan;

import java.time.Instant;

/**
 * When and from what a plan was made. It is no part of what the plan does, so it is left out of its hash.
 *
 * @param at when
 * @param commit the commit of the files, or {@link dev.idpscripts.model.Provenance#NO_COMMIT}
 * @param subject what is written beside each version that the plan pushes
 * @param version of the plugin
 */
public record Made(Instant at, String commit, String subject, String version) {}
