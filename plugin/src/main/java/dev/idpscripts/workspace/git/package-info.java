/**
 * What Git knows: the commit that the files are at, the files of any commit, and what was touched since another. Asks the {@code git} command
 * and changes nothing.
 */
package dev.idpscripts.workspace.git;
