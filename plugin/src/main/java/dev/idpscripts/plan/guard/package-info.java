/**
 * What stands between a plan and the server: brakes on removals, the refusal to undo other people's work, and whether the plan
 * still fits the server as it is now. Makes no changes and plans none.
 */
package dev.idpscripts.plan.guard;
