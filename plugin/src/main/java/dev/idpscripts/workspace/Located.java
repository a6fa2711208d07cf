package dev.idpscripts.workspace;

import dev.idpscripts.model.Origin;

/**
 * A value and where it stands, for the problems that are found later.
 *
 * @param value null only for JSON's null
 */
record Located<T>(T value, Origin origin) {}
