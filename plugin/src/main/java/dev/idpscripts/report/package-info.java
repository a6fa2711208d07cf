/**
 * What people and machines get to see: a room for each format ({@code text}, {@code json}, {@code html}, {@code markdown}, {@code ci}), and
 * what they share ({@code words}, {@code diff}, {@code style}). Renderers return text and write nothing. Whatever comes from the server or the
 * files passes through {@link dev.idpscripts.report.style.Text} before it reaches a terminal.
 */
package dev.idpscripts.report;
