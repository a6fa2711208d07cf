package dev.idpscripts.server;

import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Caller;
import dev.idpscripts.server.http.Expect;
import dev.idpscripts.server.http.Wildcards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Operations 22 to 27: script templates (server.md 1.5). */
public final class TemplatesApi implements NamedApi {

    private static final String PATH = "/governance/script-templates";

    private record Templates(List<StoredTemplate> templates, long total) {}

    private final Caller caller;

    TemplatesApi(Caller caller) {
        this.caller = caller;
    }

    /** All templates of the tenant, of which there are surely some. */
    public List<StoredTemplate> all() {
        return all(Expect.SURELY);
    }

    /** All templates of the tenant. */
    List<StoredTemplate> all(Expect expect) {
        return list(null, null, expect);
    }

    /**
     * All templates that match both filters.
     *
     * @param category null for any
     * @param search a part of the name, in any case; null for any
     */
    public List<StoredTemplate> list(TemplateCategory category, String search) {
        return list(category, search, Expect.SURELY);
    }

    private List<StoredTemplate> list(TemplateCategory category, String search, Expect expect) {
        return caller.all("templates", (n, size) -> page(n, size, category, search, expect), StoredTemplate::id);
    }

    private Caller.Page<StoredTemplate> page(int n, int size, TemplateCategory category, String search, Expect expect) {
        ApiRequest request = ApiRequest.get("list templates", PATH)
                .where("category", category)
                .where("search", search == null ? null : Wildcards.escape(search))
                .where("page", n + 1)
                .where("page_size", size)
                .expecting(expect);
        return caller.page(request, Templates.class, Templates::templates, Templates::total);
    }

    /** The template with exactly this name. */
    public Optional<StoredTemplate> byName(String name) {
        return list(null, name).stream()
                .filter(template -> template.name().equals(name))
                .findFirst();
    }

    @Override
    public StoredTemplate get(UUID id, String name) {
        return caller.send(ApiRequest.get("read template " + name, PATH + "/" + id), StoredTemplate.class);
    }

    public StoredTemplate create(Template template) {
        Map<String, Object> body = content(template);
        body.put("name", template.name());
        template.description().ifPresent(text -> body.put("description", text));
        return caller.send(
                ApiRequest.post("create template " + template.name(), PATH).with(body), StoredTemplate.class);
    }

    /** Changes body, category and annotations together. */
    public StoredTemplate update(UUID id, Template template) {
        return caller.send(
                ApiRequest.put("update template " + template.name(), PATH + "/" + id)
                        .with(content(template)),
                StoredTemplate.class);
    }

    private static Map<String, Object> content(Template template) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("category", template.category());
        body.put("template_body", template.body().text());
        template.annotations().ifPresent(value -> body.put("placeholder_annotations", value));
        return body;
    }

    @Override
    public StoredTemplate rename(UUID id, String from, String to) {
        return caller.send(
                ApiRequest.put("rename template " + from + " to " + to, PATH + "/" + id)
                        .with(Map.of("name", to)),
                StoredTemplate.class);
    }

    @Override
    public StoredTemplate describe(UUID id, String name, String description) {
        return caller.send(
                ApiRequest.put("describe template " + name, PATH + "/" + id).with(Map.of("description", description)),
                StoredTemplate.class);
    }

    @Override
    public void delete(UUID id, String name) {
        caller.send(ApiRequest.delete("delete template " + name, PATH + "/" + id));
    }

    /** Makes a draft script whose first version is the template's body as it is: no placeholder is filled. */
    public StoredScript instantiate(UUID id, String template, String script, Optional<String> description) {
        Map<String, String> body = description
                .map(text -> Map.of("name", script, "description", text))
                .orElse(Map.of("name", script));
        return caller.send(
                ApiRequest.post(
                                "make script " + script + " from template " + template,
                                PATH + "/" + id + "/instantiate")
                        .with(body),
                StoredScript.class);
    }
}
