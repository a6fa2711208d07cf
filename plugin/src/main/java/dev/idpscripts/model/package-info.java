/**
 * What everything else talks about, as immutable records and enums that import {@code java.*} only. Here are the values that several rooms
 * share; {@link dev.idpscripts.model.declared} is what files declare, {@link dev.idpscripts.model.stored} what was read from the server,
 * {@link dev.idpscripts.model.plan} what is to be done and what became of it, {@link dev.idpscripts.model.check} what checks found, {@link
 * dev.idpscripts.model.pull} what files are to say after a pull, {@link dev.idpscripts.model.view} tables to look at, {@link
 * dev.idpscripts.model.error} the errors a user can see. No I/O, no JSON, no YAML, no Maven.
 */
package dev.idpscripts.model;
