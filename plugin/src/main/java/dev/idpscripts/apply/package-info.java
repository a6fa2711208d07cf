/**
 * Carries out a plan, and nothing else: phase after phase, several objects at once, each write sent once. {@link
 * dev.idpscripts.apply.Applier} is the way in. The writes themselves, their undoing and the journal have rooms of their own.
 */
package dev.idpscripts.apply;
