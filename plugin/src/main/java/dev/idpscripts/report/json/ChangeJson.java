package dev.idpscripts.report.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.ObjectRef;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.StoredScript;
import java.util.Locale;
import java.util.Optional;

/**
 * One change of a plan with everything that is needed to carry it out: {@code server} is the object as it was read,
 * {@code wanted} what the files declare, {@code before} what a difference is shown against.
 */
final class ChangeJson {

    private final Plan plan;

    ChangeJson(Plan plan) {
        this.plan = plan;
    }

    /** What the change does to what, and why; nothing of the plan around it. */
    static ObjectNode alone(PlannedChange planned) {
        ObjectNode node = JsonReport.change(planned.change());
        why(node, planned.reason());
        node.setAll(data(planned.change()));
        return node;
    }

    private static void why(ObjectNode node, Reason reason) {
        node.put("reason", reason.text());
        reason.origin().ifPresent(origin -> JsonReport.origin(node, origin));
        node.set("attribution", AttributionJson.write(reason.attribution()));
    }

    private static ObjectNode data(Change change) {
        return change.match(new Change.Handlers<>(NAMED, SCRIPT, BINDING, TEMPLATE));
    }

    ObjectNode of(PlannedChange planned) {
        Change change = planned.change();
        ObjectNode node = JsonReport.change(change);
        node.put("phase", change.phase().name().toLowerCase(Locale.ROOT));
        why(node, planned.reason());
        plan.reach(change.subject()).forEach(reach -> node.withArray("reaches")
                .addObject()
                .put("connector", reach.slot().connector())
                .put("hook", reach.slot().hook().toString())
                .put("order", reach.slot().order())
                .put("enabled", reach.enabled())
                .put("now", reach.now())
                .put("after", reach.after()));
        change.stored().ifPresent(stored -> node.set("server", stored(stored)));
        node.setAll(data(change));
        plan.check(change).ifPresent(check -> node.set("checks", CheckJson.write(check)));
        return node;
    }

    private static ObjectNode stored(ObjectRef stored) {
        ObjectNode node = JsonReport.object().put("id", stored.id().toString());
        stored.version().ifPresent(version -> node.put("version", version));
        stored.sha256().ifPresent(sha -> node.put("sha256", sha));
        return node;
    }

    private static ObjectNode data(Optional<?> object, ObjectNode wanted) {
        ObjectNode node = JsonReport.object();
        object.ifPresent(o -> node.set("stored", StoredJson.write(o)));
        node.set("wanted", wanted);
        return node;
    }

    private static void before(ObjectNode node, Optional<Body> body) {
        body.ifPresent(there -> node.putObject("before").put("body", there.text()));
    }

    private static ObjectNode wanted(Script script) {
        ObjectNode node = JsonReport.object().put("name", script.name());
        script.renamedFrom().ifPresent(old -> node.put("renamedFrom", old));
        script.description().ifPresent(text -> node.put("description", text));
        return node.put("status", script.status().toString())
                .put("body", script.body().text());
    }

    private static ObjectNode wanted(Template template) {
        ObjectNode node = JsonReport.object().put("name", template.name());
        template.renamedFrom().ifPresent(old -> node.put("renamedFrom", old));
        template.description().ifPresent(text -> node.put("description", text));
        node.put("category", template.category().toString());
        template.annotations().ifPresent(value -> node.putPOJO("annotations", value));
        return node.put("body", template.body().text());
    }

    private static ObjectNode wanted(Binding binding) {
        return JsonReport.slot(binding.slot())
                .put("script", binding.script())
                .put("onFailure", binding.settings().onFailure().toString())
                .put("maxRetries", binding.settings().maxRetries())
                .put("timeoutSeconds", binding.settings().timeoutSeconds())
                .put("enabled", binding.settings().enabled());
    }

    private static final NamedChange.Cases<ObjectNode> NAMED = new NamedChange.Cases<>() {
        @Override
        public ObjectNode rename(NamedChange.Rename c) {
            return data(Optional.of(c.current()), JsonReport.object().put("name", c.to()));
        }

        @Override
        public ObjectNode describe(NamedChange.Describe c) {
            return data(
                    Optional.of(c.current()),
                    JsonReport.object().put("name", c.name()).put("description", c.to()));
        }

        @Override
        public ObjectNode delete(NamedChange.Delete c) {
            ObjectNode node = data(Optional.of(c.current()), JsonReport.object());
            if (c.current() instanceof StoredScript) {
                before(node, c.before());
            }
            return node;
        }
    };

    private static final ScriptChange.Cases<ObjectNode> SCRIPT = new ScriptChange.Cases<>() {
        @Override
        public ObjectNode create(ScriptChange.Create c) {
            return data(Optional.empty(), wanted(c.script()));
        }

        @Override
        public ObjectNode update(ScriptChange.Update c) {
            ObjectNode node = data(Optional.of(c.current()), wanted(c.script()));
            before(node, c.before());
            return node;
        }

        @Override
        public ObjectNode activate(ScriptChange.Activate c) {
            return data(c.current(), JsonReport.object().put("name", c.name()).put("status", "active"));
        }

        @Override
        public ObjectNode deactivate(ScriptChange.Deactivate c) {
            return data(c.current(), JsonReport.object().put("name", c.name()).put("status", "inactive"));
        }
    };

    private static final BindingChange.Cases<ObjectNode> BINDING = new BindingChange.Cases<>() {
        @Override
        public ObjectNode bind(BindingChange.Bind c) {
            ObjectNode wanted =
                    wanted(c.binding()).put("connectorId", c.connectorId().toString());
            ObjectNode node = data(Optional.empty(), wanted);
            c.storedScript().ifPresent(script -> node.set("script", StoredJson.write(script)));
            return node;
        }

        @Override
        public ObjectNode rebind(BindingChange.Rebind c) {
            return data(Optional.of(c.current()), wanted(c.binding()));
        }

        @Override
        public ObjectNode move(BindingChange.Move c) {
            ObjectNode node =
                    data(Optional.of(c.current()), JsonReport.slot(c.to()).put("script", c.script()));
            node.putObject("before").put("order", c.from().order());
            return node;
        }

        @Override
        public ObjectNode unbind(BindingChange.Unbind c) {
            ObjectNode node = data(Optional.of(c.current()), JsonReport.object());
            node.set("before", JsonReport.slot(c.slot()).put("script", c.script()));
            return node;
        }
    };

    private static final TemplateChange.Cases<ObjectNode> TEMPLATE = new TemplateChange.Cases<>() {
        @Override
        public ObjectNode create(TemplateChange.Create c) {
            return data(Optional.empty(), wanted(c.template()));
        }

        @Override
        public ObjectNode update(TemplateChange.Update c) {
            return data(Optional.of(c.current()), wanted(c.template()));
        }
    };
}
