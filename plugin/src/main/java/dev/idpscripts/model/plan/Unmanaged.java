package dev.idpscripts.model.plan;

import dev.idpscripts.model.ObjectAddress;
import java.util.Comparator;

/**
 * An object on the server that no file declares.
 *
 * @param subject the object
 * @param detail what else is known, such as whose it is
 * @param ours whether this repository put it there, or it runs a script of this repository: with pruning it would go
 * @param runs whether the server runs it after the plan
 */
public record Unmanaged(ObjectAddress subject, String detail, boolean ours, boolean runs)
        implements Comparable<Unmanaged> {

    @Override
    public int compareTo(Unmanaged other) {
        return Comparator.comparing(Unmanaged::subject)
                .thenComparing(Unmanaged::detail)
                .compare(this, other);
    }
}
