package dev.idpscripts.sandbox.rules;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.store.Store;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Script templates, as the database keeps them, and what the server checks itself (server.md 3.4). */
public final class Templates {

    private final Store store;

    public Templates(Store store) {
        this.store = store;
    }

    public StoredTemplate get(UUID id) {
        return store.templates().find(id).orElseThrow(() -> ApiError.notFound("Script template not found: " + id));
    }

    /** The template for a change; those of the server cannot be changed. */
    public StoredTemplate changeable(UUID id) {
        StoredTemplate template = get(id);
        if (template.isSystem()) {
            throw ApiError.systemResource(id);
        }
        return template;
    }

    public static TemplateCategory category(String word) {
        return ApiWords.find(TemplateCategory.class, word)
                .orElseThrow(() -> ApiError.validation("Invalid template category: '" + word + "'. Expected one of: "
                        + Stream.of(TemplateCategory.values())
                                .map(TemplateCategory::toString)
                                .collect(Collectors.joining(", "))));
    }

    /** Unlike a script's name, a template's must not be blank; unlike a script's body, too large a one is a 400. */
    public static void check(Optional<String> name, Optional<String> body) {
        if (name.filter(String::isBlank).isPresent()) {
            throw ApiError.validation("Template name cannot be empty");
        }
        int bytes = DatabaseConstraints.utf8Length(body.orElse(""));
        if (bytes > Body.MAX_BYTES) {
            throw ApiError.validation(
                    "Template body exceeds maximum size of " + Body.MAX_BYTES + " bytes (got " + bytes + " bytes)");
        }
    }

    public StoredTemplate put(StoredTemplate template) {
        DatabaseConstraints.name(template.name());
        DatabaseConstraints.storable(
                template.description(), template.templateBody(), template.placeholderAnnotations());
        DatabaseConstraints.unique(store.templates()
                .all()
                .filter(t -> t.name().equals(template.name()) && !t.id().equals(template.id()))
                .findFirst());
        store.templates().put(template);
        return template;
    }

    public void delete(StoredTemplate template) {
        store.templates().remove(template);
    }
}
