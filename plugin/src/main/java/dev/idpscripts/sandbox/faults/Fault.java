package dev.idpscripts.sandbox.faults;

import java.util.Random;

/**
 * One fault.
 *
 * @param operation such as {@code POST /governance/scripts/{id}/versions}; {@code *} for all, {@code GET *} for all of a method,
 *     {@code WRITE *} for all but GET
 * @param call which of the operation's requests is the first to go wrong, from 1
 * @param times how many of them, one after the other
 * @param kind how
 * @param oneIn each of the operation's requests goes wrong with this chance instead, one in so many; 0 for those that are counted
 */
public record Fault(String operation, int call, int times, FaultKind kind, int oneIn) {

    public Fault(String operation, int call, int times, FaultKind kind) {
        this(operation, call, times, kind, 0);
    }

    /** One that strikes at random. */
    public static Fault random(String operation, int oneIn, FaultKind kind) {
        return new Fault(operation, 1, 1, kind, oneIn);
    }

    boolean covers(String method, String pattern) {
        return operation.equals("*")
                || operation.equals(method + " *")
                || (operation.equals("WRITE *") && !method.equals("GET"))
                || operation.equals(method + " " + pattern);
    }

    boolean strikes(int number, Random random) {
        if (oneIn > 0) {
            return random.nextInt(oneIn) == 0;
        }
        return number >= call && number - call < times;
    }
}
