/**
 * From files and server to a plan: pure functions without I/O, clock or chance, so that the same input gives the same plan.
 * {@link dev.idpscripts.plan.Planner} is the way in.
 */
package dev.idpscripts.plan;
