package dev.idpscripts.model.plan;

/**
 * A plan that was kept in a file.
 *
 * @param hash of what the plan does, 64 hexadecimal digits: equal plans have equal hashes
 */
public record SavedPlan(Plan plan, PlanMetadata made, String hash) {}
