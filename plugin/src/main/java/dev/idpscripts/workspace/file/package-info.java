/**
 * Files and folders as they lie there, or as a commit has them: their text, their lines, the problems found in them, and what a mistyped word
 * meant.
 */
package dev.idpscripts.workspace.file;
