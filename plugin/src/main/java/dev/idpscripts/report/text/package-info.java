/**
 * Everything that appears on a terminal, and {@link dev.idpscripts.report.text.PlanView}, the plan in sentences that Markdown and HTML
 * show too.
 */
package dev.idpscripts.report.text;
