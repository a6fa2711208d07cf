/**
 * What machines read: {@code plan.json}, {@code result.json}, {@code rollback.json}, tables, the journal's changes; and the reader of saved
 * plans. Each form has a JSON Schema in {@code specs/schemas} or is told there why not.
 */
package dev.idpscripts.report.json;
