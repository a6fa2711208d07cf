package dev.idpscripts.report.html;

import dev.idpscripts.report.diff.DiffBlocks;

/**
 * What the template of {@code diff.html} shows; the template escapes it.
 *
 * @param title what is compared
 * @param left what the old body is
 * @param right what the new body is
 * @param summary how much differs
 */
record DiffPage(String title, String left, String right, String summary, DiffBlocks diff) {}
