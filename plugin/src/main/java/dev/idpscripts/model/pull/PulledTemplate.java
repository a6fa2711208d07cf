package dev.idpscripts.model.pull;

import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Template;
import java.util.List;
import java.util.Optional;

/**
 * A template as the files are to declare it after a pull.
 *
 * @param file as they declare it now; empty if they do not
 * @param name its name
 * @param description empty if the file is to say nothing
 * @param category its category from now on
 * @param body the file's text, the server's, or both
 * @param annotations plain JSON values; empty if the file is to say nothing
 * @param conflicts what differs besides the body and must be decided by people; the file keeps its word
 * @param notes what the reader should know
 */
public record PulledTemplate(
        Optional<Template> file,
        String name,
        Optional<String> description,
        TemplateCategory category,
        Merged body,
        Optional<Object> annotations,
        List<String> conflicts,
        List<String> notes) {

    public PulledTemplate {
        conflicts = List.copyOf(conflicts);
        notes = List.copyOf(notes);
    }

    /** The same, with nothing said about annotations. */
    public PulledTemplate withoutAnnotations() {
        return new PulledTemplate(file, name, description, category, body, Optional.empty(), conflicts, notes);
    }

    /** A declared template that stays as it is. */
    public static PulledTemplate kept(Template file, List<String> notes) {
        return new PulledTemplate(
                Optional.of(file),
                file.name(),
                file.description(),
                file.category(),
                Merged.mine(file.body().text()),
                file.annotations(),
                List.of(),
                notes);
    }
}
