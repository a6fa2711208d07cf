/** Writes what a pull brings: which files, under which names, with which text; what people wrote there stays. */
package dev.idpscripts.workspace.pull;
