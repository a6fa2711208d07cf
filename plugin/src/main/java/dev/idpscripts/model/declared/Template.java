package dev.idpscripts.model.declared;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.TemplateCategory;
import java.util.Optional;

/**
 * A script template as the files declare it.
 *
 * @param name its identity on the server, 1 to 255 characters, not blank
 * @param renamedFrom the name it had before
 * @param description empty when the files do not say: then the server's is left alone
 * @param category one of the server's five
 * @param body with the environment's values filled in
 * @param annotations what the placeholders mean, as plain JSON values; empty when the files do not say
 * @param origin its {@code .rhai} file
 * @param metadata where its {@code .yaml} begins, or the body's origin when there is none
 */
public record Template(
        String name,
        Optional<String> renamedFrom,
        Optional<String> description,
        TemplateCategory category,
        Body body,
        Optional<Object> annotations,
        SourceLocation origin,
        SourceLocation metadata) {

    /** The same template under another name. */
    public Template called(String other, Optional<String> from) {
        return new Template(other, from, description, category, body, annotations, origin, metadata);
    }
}
