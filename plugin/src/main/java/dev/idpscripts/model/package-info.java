/**
 * What everything else talks about, as immutable records and enums that import {@code java.*} only. Here are the values that
 * files and server share; {@link dev.idpscripts.model.declared} is what files declare, {@link dev.idpscripts.model.stored} what
 * the server stores, {@link dev.idpscripts.model.plan} what is to be done and what became of it, {@link
 * dev.idpscripts.model.error} the errors a user can see. No I/O, no JSON, no YAML, no Maven.
 */
package dev.idpscripts.model;
