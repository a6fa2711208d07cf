package dev.idpscripts.model.plan;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The server's object that a change was computed from.
 *
 * @param id its id on the server
 * @param version a script's current version; empty for what has no versions
 * @param sha256 of the body that a new one is compared with; empty for what has none
 */
public record ObjectRef(UUID id, OptionalInt version, Optional<String> sha256) {

    /** A script without its body, which is in its versions; a template with it. */
    public static ObjectRef of(StoredNamed stored) {
        return stored instanceof StoredTemplate template
                ? new ObjectRef(
                        template.id(), OptionalInt.empty(), Optional.of(new Body(template.templateBody()).sha256()))
                : new ObjectRef(
                        stored.id(), OptionalInt.of(((StoredScript) stored).currentVersion()), Optional.empty());
    }

    /** With the body that a new one is compared with; empty for none. */
    ObjectRef with(Optional<Body> body) {
        return new ObjectRef(id, version, body.map(Body::sha256));
    }
}
