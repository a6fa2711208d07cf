/**
 * What goals share: options that several take, the way from them to a session, {@code result.json}, and the one place where errors become
 * Maven's ({@link dev.idpscripts.mojo.base.AbstractGoal}). No goal lives here, and nothing here does a goal's work.
 */
package dev.idpscripts.mojo.base;
