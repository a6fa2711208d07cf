package dev.idpscripts.sandbox.routes;

import static dev.idpscripts.sandbox.wire.Struct.optional;
import static dev.idpscripts.sandbox.wire.Struct.required;

import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.rules.Like;
import dev.idpscripts.sandbox.rules.Scripts;
import dev.idpscripts.sandbox.rules.Templates;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /governance/script-templates} (server.md 1.5 and 3.4). */
public final class TemplateRoutes {

    private static final Struct LIST = Struct.of(
            "TemplateListParams",
            optional("category", Kind.TEXT),
            optional("search", Kind.TEXT),
            optional("page", Kind.I64),
            optional("page_size", Kind.I64));
    private static final Struct CREATE = Struct.of(
            "CreateTemplateRequest",
            required("name", Kind.TEXT),
            optional("description", Kind.TEXT),
            required("category", Kind.TEXT),
            required("template_body", Kind.TEXT),
            optional("placeholder_annotations", Kind.ANY));
    private static final Struct UPDATE = Struct.of(
            "UpdateTemplateRequest",
            optional("name", Kind.TEXT),
            optional("description", Kind.TEXT),
            optional("category", Kind.TEXT),
            optional("template_body", Kind.TEXT),
            optional("placeholder_annotations", Kind.ANY));
    private static final Struct INSTANTIATE =
            Struct.of("InstantiateTemplateRequest", required("name", Kind.TEXT), optional("description", Kind.TEXT));

    private static final long DEFAULT_SIZE = 20;

    private record TemplatePage(List<StoredTemplate> templates, long total) {}

    private final Store store;
    private final Templates templates;
    private final Scripts scripts;

    public TemplateRoutes(Store store, Templates templates, Scripts scripts) {
        this.store = store;
        this.templates = templates;
        this.scripts = scripts;
    }

    public Answer list(Call call) {
        Fields query = call.query(LIST);
        Optional<TemplateCategory> category = query.optionalText("category").map(Templates::category);
        Like search = Like.of(query.optionalText("search"));
        List<StoredTemplate> found = store.templates().newestFirst().stream()
                .filter(t -> Filter.passes(category, t.category()))
                .filter(t -> search.matches(t.name()))
                .toList();
        return Answer.ok(new TemplatePage(Page.clamped(query, DEFAULT_SIZE).of(found), found.size()));
    }

    public Answer get(Call call) {
        return Answer.ok(templates.get(call.id()));
    }

    public Answer create(Call call) {
        Fields body = call.json(CREATE);
        TemplateCategory category = Templates.category(body.text("category"));
        Templates.check(body.optionalText("name"), body.optionalText("template_body"));
        Instant now = store.now();
        return Answer.created(templates.put(new StoredTemplate(
                UUID.randomUUID(),
                store.tenant(),
                body.text("name"),
                body.text("description"),
                category,
                body.text("template_body"),
                body.any("placeholder_annotations"),
                false,
                call.caller().id(),
                now,
                now)));
    }

    public Answer update(Call call) {
        UUID id = call.id();
        Fields body = call.json(UPDATE);
        Optional<TemplateCategory> category = body.optionalText("category").map(Templates::category);
        StoredTemplate old = templates.changeable(id);
        Templates.check(body.optionalText("name"), body.optionalText("template_body"));
        return Answer.ok(templates.put(changed(old, category, body)));
    }

    private StoredTemplate changed(StoredTemplate old, Optional<TemplateCategory> category, Fields body) {
        return new StoredTemplate(
                old.id(),
                old.tenantId(),
                body.optionalText("name").orElse(old.name()),
                body.optionalText("description").orElse(old.description()),
                category.orElse(old.category()),
                body.optionalText("template_body").orElse(old.templateBody()),
                body.optional("placeholder_annotations", Object.class).orElse(old.placeholderAnnotations()),
                old.isSystem(),
                old.createdBy(),
                old.createdAt(),
                store.now());
    }

    public Answer delete(Call call) {
        templates.delete(templates.changeable(call.id()));
        return Answer.noContent();
    }

    /** Makes a script whose first version is the template's body as it stands; not audited (server.md 3.4). */
    public Answer instantiate(Call call) {
        UUID id = call.id();
        Fields body = call.json(INSTANTIATE);
        String templateBody = templates.get(id).templateBody();
        return Answer.created(
                scripts.create(body.text("name"), body.optionalText("description"), templateBody, call.caller()));
    }
}
