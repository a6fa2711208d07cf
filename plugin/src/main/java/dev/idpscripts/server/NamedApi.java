package dev.idpscripts.server;

import dev.idpscripts.model.stored.StoredNamed;
import java.util.UUID;

/** What can be asked of scripts and templates alike. Each request also takes the name, for messages. */
public interface NamedApi {

    StoredNamed get(UUID id, String name);

    StoredNamed rename(UUID id, String from, String to);

    StoredNamed describe(UUID id, String name, String description);

    /** Deletes the object; what hangs on it the server refuses, or deletes too. */
    void delete(UUID id, String name);
}
