/** What checks find: what is wrong in a file, what a run of a script showed, how tests ended, how a script's behaviour changes. */
package dev.idpscripts.model.check;
