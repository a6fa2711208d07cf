/**
 * Finds the scripts that people mean by a name, a slug, a file or a pattern: in the files, or among those that were read from a server.
 */
package dev.idpscripts.workspace.select;
