package dev.idpscripts.sandbox.faults;

/**
 * One fault.
 *
 * @param operation such as {@code POST /governance/scripts/{id}/versions}; {@code *} for all, {@code GET *} for all of a method,
 *     {@code WRITE *} for all but GET
 * @param call which of the operation's requests is the first to go wrong, from 1
 * @param times how many of them, one after the other
 * @param kind how
 */
public record Fault(String operation, int call, int times, FaultKind kind) {

    boolean covers(String method, String pattern) {
        return operation.equals("*")
                || operation.equals(method + " *")
                || (operation.equals("WRITE *") && !method.equals("GET"))
                || operation.equals(method + " " + pattern);
    }

    boolean strikes(int number) {
        return number >= call && number - call < times;
    }
}
