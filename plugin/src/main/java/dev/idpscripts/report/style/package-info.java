/**
 * Colours, line wrapping, counts, clean text, how much is shown: the small rules that all formats share. Looks into no plan and no check.
 */
package dev.idpscripts.report.style;
