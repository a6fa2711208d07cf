package dev.idpscripts.model.check;

import dev.idpscripts.model.declared.Script;
import java.util.List;

/**
 * A script run once.
 *
 * @param where which engine ran what, such as {@code version 3 on the server}
 * @param changes what the run did to the attributes; expected: before, got: after; empty if it failed
 */
public record DryRunReport(Script script, String where, RunOutcome seen, List<Difference> changes) {

    public DryRunReport {
        changes = List.copyOf(changes);
    }
}
