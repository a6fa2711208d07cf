/** A plan, its changes, and what became of them. */
package dev.idpscripts.model.plan;
