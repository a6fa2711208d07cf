/** Waits until the user's files change. Says which; looks into none. */
package dev.idpscripts.workspace.watch;
