/** Plans in words: what a change does, whose it is, what it comes to. Sentences only: no colour, no markup, no layout. */
package dev.idpscripts.report.words;
