/** Colours, line wrapping, counts and clean text: the small rules that all formats share. Knows no plan and no check. */
package dev.idpscripts.report.style;
