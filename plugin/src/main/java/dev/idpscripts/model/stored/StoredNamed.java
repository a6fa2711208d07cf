package dev.idpscripts.model.stored;

import dev.idpscripts.model.ObjectAddress;
import java.time.Instant;
import java.util.UUID;

/** What has a name and a description on the server, and can be given others. */
public sealed interface StoredNamed permits StoredScript, StoredTemplate {

    UUID id();

    String name();

    /** The description, empty if there is none: the server cannot go back to none, so both mean the same. */
    String descriptionText();

    Instant updatedAt();

    /** The same object under another name. */
    StoredNamed named(String other);

    /** The same object with another description; null for none. */
    StoredNamed described(String other);

    /** Which kind of object it is. */
    default ObjectAddress.Type type() {
        return this instanceof StoredScript ? ObjectAddress.Type.SCRIPT : ObjectAddress.Type.TEMPLATE;
    }

    /** Under its name. */
    default ObjectAddress address() {
        return new ObjectAddress(type(), name());
    }
}
