package dev.idpscripts.model;

import java.util.Optional;
import java.util.UUID;

/** Ids in text that somebody else wrote: the server, a journal, a person. */
public final class Uuids {

    private Uuids() {}

    /** Empty if it is none. */
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
