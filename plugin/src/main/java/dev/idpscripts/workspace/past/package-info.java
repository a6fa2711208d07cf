/**
 * What the repository declared at its commits: Git tells which files they touched, and the readers of {@code workspace} what those files say.
 */
package dev.idpscripts.workspace.past;
