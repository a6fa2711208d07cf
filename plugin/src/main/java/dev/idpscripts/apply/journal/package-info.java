/** The journal: what is about to be sent, and what came of it, so that a run that was killed can be explained and taken back. */
package dev.idpscripts.apply.journal;
