package dev.idpscripts.model.declared;

import java.util.OptionalInt;

/**
 * Brakes that an environment sets.
 *
 * @param maxDeletes at most this many objects removed in one run; empty: no such brake
 * @param maxDeletePercent at most this share of the objects on the server, 0 to 100; empty: no such brake
 * @param requireSavedPlan apply only a plan that was saved and looked at
 */
public record Guards(OptionalInt maxDeletes, OptionalInt maxDeletePercent, boolean requireSavedPlan) {

    public static final Guards NONE = new Guards(OptionalInt.empty(), OptionalInt.empty(), false);

    /** Whether nothing limits how much is removed. */
    public boolean isUnlimited() {
        return maxDeletes.isEmpty() && maxDeletePercent.isEmpty();
    }

    /** The same, with other limits for one run; null leaves one as it is. */
    public Guards overridden(Integer deletes, Integer percent) {
        return new Guards(
                deletes == null ? maxDeletes : OptionalInt.of(deletes),
                percent == null ? maxDeletePercent : OptionalInt.of(percent),
                requireSavedPlan);
    }
}
