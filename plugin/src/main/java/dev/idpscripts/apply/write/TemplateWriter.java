package dev.idpscripts.apply.write;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.server.Server;
import dev.idpscripts.server.TemplatesApi;

/** Carries out changes to templates. Each method returns a remark for the report, mostly empty. */
public final class TemplateWriter implements TemplateChange.Cases<String> {

    private final TemplatesApi templates;

    private final JudgedWriter writes;
    private final RunState runState;

    public TemplateWriter(Server server, JudgedWriter writes, RunState runState) {
        this.templates = server.templates();
        this.writes = writes;
        this.runState = runState;
    }

    @Override
    public String create(TemplateChange.Create change) {
        Template template = change.template();
        StoredTemplate made = writes.make(
                change,
                "create",
                StoredTemplate::id,
                () -> templates.create(template),
                () -> Verdict.doneIf(templates.byName(template.name()), t -> made(t, template)));
        runState.made(change, made.id());
        return "";
    }

    @Override
    public String update(TemplateChange.Update change) {
        StoredTemplate current = change.current();
        writes.send(
                change,
                "update",
                () -> templates.update(current.id(), change.template()),
                () -> Verdict.doneIf(
                        JudgedWriter.found(() -> templates.get(current.id(), current.name())),
                        t -> holds(t, change.template())));
        return "";
    }

    /** Whether the content is what one request writes; annotations that are not given are left as they are. */
    public static boolean holds(StoredTemplate stored, Template template) {
        return new Body(stored.templateBody()).equals(template.body())
                && stored.category() == template.category()
                && stored.holds(template.annotations());
    }

    /** Whether it is what was to be made, with its description too. */
    public static boolean made(StoredTemplate stored, Template template) {
        return holds(stored, template)
                && stored.descriptionText().equals(template.description().orElse(""));
    }
}
