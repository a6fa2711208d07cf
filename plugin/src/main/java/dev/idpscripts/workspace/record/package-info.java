/** Writes what runs gave into test files: snapshots, expectations, captured cases; secrets masked, placeholders put back. */
package dev.idpscripts.workspace.record;
