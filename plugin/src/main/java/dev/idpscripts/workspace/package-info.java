/**
 * The user's files into the model, with every problem as {@code file:line:column}. {@link dev.idpscripts.workspace.Workspace} is the way
 * in; one reader for each kind of file. Writing, choosing, Git and watching have rooms of their own. Asks no server: what one would refuse
 * is known beforehand ({@link dev.idpscripts.workspace.ServerConstraints}).
 */
package dev.idpscripts.workspace;
