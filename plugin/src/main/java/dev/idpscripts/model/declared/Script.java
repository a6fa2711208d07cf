package dev.idpscripts.model.declared;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Origin;
import dev.idpscripts.model.ScriptStatus;
import java.util.Optional;

/**
 * A script as the files declare it.
 *
 * @param name its identity on the server, 1 to 255 characters
 * @param renamedFrom the name it had before, so that it is renamed in place
 * @param description empty when the files do not say: then the server's is left alone
 * @param status what it is to be at the end
 * @param body with the environment's values filled in
 * @param origin its {@code .rhai} file
 * @param metadata where its {@code .yaml} begins, or the body's origin when there is none
 */
public record Script(
        String name,
        Optional<String> renamedFrom,
        Optional<String> description,
        ScriptStatus status,
        Body body,
        Origin origin,
        Origin metadata) {}
