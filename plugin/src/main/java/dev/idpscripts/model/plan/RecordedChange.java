package dev.idpscripts.model.plan;

import dev.idpscripts.model.Body;
import java.util.Optional;
import java.util.UUID;

/**
 * A change that an earlier run carried out, as far as its journal tells.
 *
 * @param change with what was on the server before; the bodies that came from files are empty
 * @param made the id of what it made; empty if it made nothing, or the answer was lost
 * @param kept the last body of a script that it deleted; empty for other changes
 * @param sha256 of the body that it gave the object; empty if it gave none
 */
public record RecordedChange(Change change, Optional<UUID> made, Optional<Body> kept, Optional<String> sha256) {}
