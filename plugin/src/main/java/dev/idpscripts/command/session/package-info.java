/**
 * What a command works with: the session of one run (repository, environment, console, outputs, notes), the way to its server, and
 * files and server ready to be compared. No use case lives here.
 */
package dev.idpscripts.command.session;
