package dev.idpscripts.sandbox.faults;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Counts requests and says which of them go wrong. Only requests for scripts and connectors count, not logins or health. */
public final class Faults {

    private List<Fault> faults;
    private int[] seen;
    private Random random = new Random(1);

    public Faults(List<Fault> faults) {
        this.faults = List.copyOf(faults);
        this.seen = new int[faults.size()];
    }

    public static Faults none() {
        return new Faults(List.of());
    }

    /** From now on these go wrong and no others; counting begins anew. */
    public synchronized void set(List<Fault> others) {
        set(others, 1);
    }

    /** The same, with another seed for those that strike at random. */
    public synchronized void set(List<Fault> others, long seed) {
        random = new Random(seed);
        faults = List.copyOf(others);
        seen = new int[others.size()];
    }

    /**
     * Takes note of a request.
     *
     * @param pattern the path's pattern in the endpoint table
     * @return what goes wrong with it; empty if nothing does
     */
    public synchronized Optional<FaultKind> next(String method, String pattern) {
        Optional<FaultKind> found = Optional.empty();
        for (int i = 0; i < seen.length; i++) {
            Fault fault = faults.get(i);
            if (fault.covers(method, pattern)) {
                seen[i]++;
                if (found.isEmpty() && fault.strikes(seen[i], random)) {
                    found = Optional.of(fault.kind());
                }
            }
        }
        return found;
    }
}
