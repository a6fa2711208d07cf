/** Finds on a server, or in the files, the one thing that an option names: a connector, a log, a version, a template. */
package dev.idpscripts.command.find;
