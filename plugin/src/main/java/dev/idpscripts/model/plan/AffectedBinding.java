package dev.idpscripts.model.plan;

import dev.idpscripts.model.Slot;
import java.util.Comparator;

/**
 * A place where a changed script is bound, on the server now or after the plan.
 *
 * @param script the script's name
 * @param enabled whether the binding there is enabled
 * @param now whether it is so before the plan
 * @param after whether it is so after the plan
 */
public record AffectedBinding(String script, Slot slot, boolean enabled, boolean now, boolean after)
        implements Comparable<AffectedBinding> {

    private static final Comparator<AffectedBinding> ORDER = Comparator.comparing(AffectedBinding::script)
            .thenComparing(reach -> reach.slot().connector())
            .thenComparing(reach -> reach.slot().hook().phase())
            .thenComparing(reach -> reach.slot().hook().operation())
            .thenComparingInt(reach -> reach.slot().order())
            .thenComparing(AffectedBinding::enabled);

    @Override
    public int compareTo(AffectedBinding other) {
        return ORDER.compare(this, other);
    }
}
