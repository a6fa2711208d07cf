package dev.idpscripts.model.plan;

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
public record ObjectRef(UUID id, OptionalInt version, Optional<String> sha256) {}
