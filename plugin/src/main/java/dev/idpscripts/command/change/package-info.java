/**
 * What plans go through on their way to the server, whichever command made them: checked, shown, refused, carried out with a journal,
 * looked at again; and what a rollback is planned from. The carrying out itself is {@link dev.idpscripts.apply}.
 */
package dev.idpscripts.command.change;
