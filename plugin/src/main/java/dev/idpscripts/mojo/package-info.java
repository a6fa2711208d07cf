/**
 * One class per goal. A goal reads its options once, opens a session, calls one command of {@link dev.idpscripts.command}, and ends with
 * its outcome. What goals share is in {@code base}, what they need of Maven in {@code maven}; nobody else knows Maven.
 */
package dev.idpscripts.mojo;
