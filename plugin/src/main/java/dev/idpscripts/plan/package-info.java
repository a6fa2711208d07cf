/**
 * From files and server to a plan: pure functions without I/O, clock or chance, so that the same input gives the same plan. {@link
 * dev.idpscripts.plan.Planner} is the way in; one planner for each kind of object. What is built on plans has rooms of its own: who made a
 * difference ({@code attribution}), brakes and staleness ({@code guard}), the way back into files ({@code pull}), the way back on the
 * server ({@code rollback}).
 */
package dev.idpscripts.plan;
