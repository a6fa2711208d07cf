/**
 * One class per goal, and the options that goals share. A goal reads its options once, opens a session, calls one command of {@link
 * dev.idpscripts.command}, and ends with its outcome; {@link dev.idpscripts.mojo.AbstractGoal} turns errors into Maven's. Only this
 * package and {@link dev.idpscripts.mojo.maven} know Maven.
 */
package dev.idpscripts.mojo;
