package dev.idpscripts.testing;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.ConnectorUse;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.declared.Tombstones;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What files declare, without files: for tests of the planner. Each method returns the builder. */
public final class Desired {

    private final List<Script> scripts = new ArrayList<>();
    private final List<ConnectorUse> connectors = new ArrayList<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final List<Template> templates = new ArrayList<>();
    private final List<Tombstones.Named> goneScripts = new ArrayList<>();
    private final List<Tombstones.Named> goneTemplates = new ArrayList<>();
    private final List<Tombstones.Unbound> goneBindings = new ArrayList<>();
    private final Set<ObjectAddress.Type> kinds = EnumSet.allOf(ObjectAddress.Type.class);

    public Desired script(String name, ScriptStatus status, String body) {
        return script(name, null, null, status, body);
    }

    /** A script; {@code renamedFrom} and {@code description} may be null for none. */
    public Desired script(String name, String renamedFrom, String description, ScriptStatus status, String body) {
        scripts.add(new Script(
                name,
                Optional.ofNullable(renamedFrom),
                Optional.ofNullable(description),
                status,
                new Body(body),
                Source.of("scripts/" + name + ".rhai", body),
                SourceLocation.of("scripts/" + name + ".yaml"),
                List.of()));
        return this;
    }

    public Desired connector(String name) {
        if (connectors.stream().noneMatch(c -> c.name().equals(name))) {
            connectors.add(new ConnectorUse(name, name, SourceLocation.of("bindings/" + name + ".yaml")));
        }
        return this;
    }

    public Desired bind(String connector, Hook hook, int order, String script) {
        return bind(connector, hook, order, script, BindingSettings.DEFAULT);
    }

    public Desired bind(String connector, Hook hook, int order, String script, BindingSettings settings) {
        connector(connector);
        SourceLocation origin = new SourceLocation("bindings/" + connector + ".yaml", 4 + bindings.size(), 5);
        bindings.add(new Binding(new Slot(connector, hook, order), script, settings, origin));
        return this;
    }

    /** A template; {@code renamedFrom}, {@code description} and {@code annotations} may be null for none. */
    public Desired template(
            String name,
            String renamedFrom,
            String description,
            TemplateCategory category,
            String body,
            Object annotations) {
        templates.add(new Template(
                name,
                Optional.ofNullable(renamedFrom),
                Optional.ofNullable(description),
                category,
                new Body(body),
                Optional.ofNullable(annotations),
                SourceLocation.of("templates/" + name + ".rhai"),
                SourceLocation.of("templates/" + name + ".yaml")));
        return this;
    }

    /** Says that a script must go. */
    public Desired removed(String script) {
        goneScripts.add(new Tombstones.Named(script, SourceLocation.of("environments/test.yaml")));
        return this;
    }

    /** Says that a template must go. */
    public Desired removedTemplate(String template) {
        goneTemplates.add(new Tombstones.Named(template, SourceLocation.of("environments/test.yaml")));
        return this;
    }

    /** Says that a script's bindings on a hook must go. */
    public Desired unbound(String connector, Hook hook, String script) {
        goneBindings.add(
                new Tombstones.Unbound(connector, hook, script, SourceLocation.of("bindings/" + connector + ".yaml")));
        return this;
    }

    /** As if the repository had no folder for these. */
    public Desired without(ObjectAddress.Type type) {
        kinds.remove(type);
        return this;
    }

    public Declarations declare() {
        return new Declarations(
                scripts,
                connectors,
                bindings,
                templates,
                new Tombstones(goneScripts, goneTemplates, goneBindings),
                kinds);
    }
}
