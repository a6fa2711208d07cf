package dev.idpscripts.model.plan;

import dev.idpscripts.model.Slot;
import java.util.Comparator;

/**
 * A place where a changed script runs, on the server now or after the plan.
 *
 * @param script the script's name
 * @param enabled whether the binding there is enabled
 */
public record AffectedBinding(String script, Slot slot, boolean enabled) implements Comparable<AffectedBinding> {

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
