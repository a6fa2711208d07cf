/**
 * Plans that go back: scripts to an older version ({@link dev.idpscripts.plan.rollback.RollbackPlanner}), or everything that a run did
 * ({@link dev.idpscripts.plan.rollback.ApplyReversal}). Planned from what was read and what the journal kept; carries nothing out.
 */
package dev.idpscripts.plan.rollback;
