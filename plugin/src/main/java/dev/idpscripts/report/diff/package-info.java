/** The difference of two bodies, line by line and word by word, and its forms for a terminal. */
package dev.idpscripts.report.diff;
