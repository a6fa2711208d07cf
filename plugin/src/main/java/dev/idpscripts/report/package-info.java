/**
 * What people and machines get to see, one room for each format over the same model. Renderers return text and write nothing. Whatever
 * comes from the server or the files passes through {@link dev.idpscripts.report.style.Text} before it reaches a terminal.
 */
package dev.idpscripts.report;
