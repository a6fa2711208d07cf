package dev.idpscripts.model.declared;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;

/**
 * One line of a hook in a binding file: this script runs in this slot.
 *
 * @param slot where, with the connector's name in the environment
 * @param script the script's name
 * @param settings how it runs
 * @param origin the line
 */
public record Binding(Slot slot, String script, BindingSettings settings, SourceLocation origin) {}
