package dev.idpscripts.model.plan;

import dev.idpscripts.model.ObjectAddress;
import java.util.Comparator;

/**
 * An object on the server that no file declares.
 *
 * @param subject the object
 * @param detail what else is known, such as whose it is
 */
public record Unmanaged(ObjectAddress subject, String detail) implements Comparable<Unmanaged> {

    @Override
    public int compareTo(Unmanaged other) {
        return Comparator.comparing(Unmanaged::subject)
                .thenComparing(Unmanaged::detail)
                .compare(this, other);
    }
}
