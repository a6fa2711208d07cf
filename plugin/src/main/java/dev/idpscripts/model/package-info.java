/**
 * What everything else talks about: scripts, bindings, templates as the files declare them, the plan made from them, and
 * the result of applying it. Immutable records and enums that import {@code java.*} only.
 *
 * <p>{@link dev.idpscripts.model.stored} has the same objects as the server stores them, {@link dev.idpscripts.model.error}
 * the errors a user can see. No I/O, no JSON, no YAML, no Maven here.
 */
package dev.idpscripts.model;
