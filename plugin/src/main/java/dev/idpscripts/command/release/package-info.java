/** What was released to an environment: read from its audit trail, compared with Git, found again to go back to. What a release is, {@link dev.idpscripts.view.Releases} says. */
package dev.idpscripts.command.release;
