/**
 * One write at a time: a change becomes a request, noted in the journal before and after. When its outcome is unknown, the server is
 * read again and the outcome decided from what is there ({@link dev.idpscripts.apply.write.JudgedWriter}).
 */
package dev.idpscripts.apply.write;
