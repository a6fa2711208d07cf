/** Two texts, line by line: where they differ. Neither how that is shown nor what becomes of it. */
package dev.idpscripts.diff;
