package dev.idpscripts.model.stored;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.TemplateCategory;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A script template on the server (server.md 3.4).
 *
 * @param description null if it never had one
 * @param placeholderAnnotations any JSON value as maps, lists, texts, numbers and booleans; null if it never had any
 * @param isSystem belongs to the server; not to be touched
 */
public record StoredTemplate(
        UUID id,
        UUID tenantId,
        String name,
        String description,
        TemplateCategory category,
        String templateBody,
        Object placeholderAnnotations,
        boolean isSystem,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt)
        implements StoredNamed {

    @Override
    public String descriptionText() {
        return Objects.requireNonNullElse(description, "");
    }

    @Override
    public StoredTemplate named(String other) {
        return with(other, description, this);
    }

    @Override
    public StoredTemplate described(String other) {
        return with(name, other, this);
    }

    /** The same template with the category, the body and the annotations of another. */
    public StoredTemplate with(StoredTemplate content) {
        return with(name, description, content);
    }

    private StoredTemplate with(String called, String text, StoredTemplate content) {
        return new StoredTemplate(
                id,
                tenantId,
                called,
                text,
                content.category,
                content.templateBody,
                content.placeholderAnnotations,
                isSystem,
                createdBy,
                createdAt,
                updatedAt);
    }

    /** Whether these are its annotations, as far as the server can hold them; so it is if the files say nothing of them. */
    public boolean holds(Optional<Object> annotations) {
        return annotations
                .map(JsonValue::new)
                .filter(wanted -> !wanted.isKeptAs(new JsonValue(placeholderAnnotations)))
                .isEmpty();
    }

    /** Whether it was changed at all, and later than a version was pushed. */
    public boolean changedAfter(StoredVersion version) {
        return wasChanged() && updatedAt.isAfter(version.createdAt());
    }

    /** Whether it is as it is since a version was pushed, or later. */
    public boolean isSince(StoredVersion version) {
        return !version.createdAt().isAfter(updatedAt);
    }

    /** Whether it is not as it was made. */
    public boolean wasChanged() {
        return !updatedAt.equals(createdAt);
    }
}
