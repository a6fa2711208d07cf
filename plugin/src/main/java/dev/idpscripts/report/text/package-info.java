/**
 * What appears on a terminal, but for differences of bodies, which {@code diff} lays out; and {@link dev.idpscripts.report.text.PlanView}, the
 * plan in sentences that Markdown and HTML show too.
 */
package dev.idpscripts.report.text;
