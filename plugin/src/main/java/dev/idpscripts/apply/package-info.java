/**
 * Carries out a plan, and nothing else: phase after phase, several objects at once, each write sent once. When the outcome
 * of a write is unknown, the server is read again and the outcome decided from what is there. {@link
 * dev.idpscripts.apply.Applier} is the way in.
 */
package dev.idpscripts.apply;
