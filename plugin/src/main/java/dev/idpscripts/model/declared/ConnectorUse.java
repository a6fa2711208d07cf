package dev.idpscripts.model.declared;

import dev.idpscripts.model.SourceLocation;

/**
 * A connector that the files bind scripts to.
 *
 * @param name its name in the environment
 * @param inFiles its name in the files, which the environment may map to another
 * @param origin where the files name it
 */
public record ConnectorUse(String name, String inFiles, SourceLocation origin) {}
