package dev.idpscripts.workspace.yaml;

import dev.idpscripts.model.SourceLocation;

/**
 * A value and where it stands, for the problems that are found later.
 *
 * @param value null only for JSON's null
 */
public record Located<T>(T value, SourceLocation origin) {}
