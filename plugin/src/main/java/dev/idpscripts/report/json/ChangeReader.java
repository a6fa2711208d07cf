package dev.idpscripts.report.json;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.declared.Template;
import dev.idpscripts.model.plan.BindingChange;
import dev.idpscripts.model.plan.Change;
import dev.idpscripts.model.plan.NamedChange;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.plan.Reason;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.plan.TemplateChange;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredNamed;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads one change of a saved plan. */
final class ChangeReader {

    private final JsonObjectReader node;
    private final JsonObjectReader wanted;
    private final SourceLocation origin;

    private ChangeReader(JsonObjectReader node) {
        this.node = node;
        this.wanted = node.object("wanted");
        this.origin = node.maybeOrigin().orElse(SourceLocation.of(""));
    }

    static PlannedChange read(JsonObjectReader node) {
        return new PlannedChange(
                change(node),
                new Reason(node.text("reason"), node.maybeOrigin(), AttributionJson.read(node.object("attribution"))));
    }

    private static Change change(JsonObjectReader node) {
        ChangeReader reader = new ChangeReader(node);
        Change.Kind kind = Change.Kind.valueOf(node.text("kind").toUpperCase(Locale.ROOT));
        return switch (node.object("object").text("type")) {
            case "script" -> reader.script(kind);
            case "binding" -> reader.binding(kind);
            case "template" -> reader.template(kind);
            default -> throw node.wrong("object.type");
        };
    }

    private Change script(Change.Kind kind) {
        return switch (kind) {
            case CREATE -> new ScriptChange.Create(script());
            case UPDATE -> new ScriptChange.Update(stored(StoredScript.class), before(), script());
            case ACTIVATE -> new ScriptChange.Activate(maybeStored(StoredScript.class), wanted.text("name"));
            case DEACTIVATE -> new ScriptChange.Deactivate(maybeStored(StoredScript.class), wanted.text("name"));
            default -> named(kind, StoredScript.class);
        };
    }

    private NamedChange named(Change.Kind kind, Class<? extends StoredNamed> type) {
        return switch (kind) {
            case RENAME -> new NamedChange.Rename(stored(type), wanted.text("name"));
            case DESCRIBE -> new NamedChange.Describe(stored(type), wanted.text("name"), wanted.text("description"));
            case DELETE -> deletion(stored(type));
            default -> throw node.wrong("kind");
        };
    }

    private NamedChange deletion(StoredNamed stored) {
        return stored instanceof StoredScript
                ? new NamedChange.Delete(stored, before())
                : new NamedChange.Delete(stored);
    }

    private Optional<Body> before() {
        return node.maybe("before").map(before -> new Body(before.text("body")));
    }

    private <T> T stored(Class<T> type) {
        return maybeStored(type).orElseThrow(() -> node.wrong("object"));
    }

    private <T> Optional<T> maybeStored(Class<T> type) {
        return node.maybe("stored").map(stored -> StoredJson.read(stored, type));
    }

    private Script script() {
        Body body = new Body(wanted.text("body"));
        return new Script(
                wanted.text("name"),
                wanted.optional("renamedFrom"),
                wanted.optional("description"),
                ScriptStatus.valueOf(wanted.text("status").toUpperCase(Locale.ROOT)),
                body,
                Source.of(origin.file(), body.text()),
                origin,
                List.of());
    }

    private BindingChange binding(Change.Kind kind) {
        return switch (kind) {
            case BIND ->
                new BindingChange.Bind(
                        declared(),
                        UUID.fromString(wanted.text("connectorId")),
                        node.maybe("script").map(script -> StoredJson.read(script, StoredScript.class)));
            case REBIND -> new BindingChange.Rebind(stored(StoredBinding.class), declared());
            case MOVE ->
                new BindingChange.Move(
                        stored(StoredBinding.class),
                        wanted.text("script"),
                        slot(wanted).withOrder(node.object("before").integer("order")),
                        slot(wanted));
            case UNBIND ->
                new BindingChange.Unbind(
                        stored(StoredBinding.class), node.object("before").text("script"), slot(node.object("before")));
            default -> throw node.wrong("kind");
        };
    }

    private Binding declared() {
        BindingSettings settings = new BindingSettings(
                FailurePolicy.valueOf(wanted.text("onFailure").toUpperCase(Locale.ROOT)),
                wanted.integer("maxRetries"),
                wanted.integer("timeoutSeconds"),
                wanted.flag("enabled"));
        return new Binding(slot(wanted), wanted.text("script"), settings, origin);
    }

    private static Slot slot(JsonObjectReader node) {
        return new Slot(node.text("connector"), hook(node.text("hook")), node.integer("order"));
    }

    /** Reads {@code before create}. */
    static Hook hook(String words) {
        int blank = words.indexOf(' ');
        return new Hook(
                HookPhase.valueOf(words.substring(0, Math.max(blank, 0)).toUpperCase(Locale.ROOT)),
                Operation.valueOf(words.substring(blank + 1).toUpperCase(Locale.ROOT)));
    }

    private Change template(Change.Kind kind) {
        return switch (kind) {
            case CREATE -> new TemplateChange.Create(template());
            case UPDATE -> new TemplateChange.Update(stored(StoredTemplate.class), template());
            default -> named(kind, StoredTemplate.class);
        };
    }

    private Template template() {
        return new Template(
                wanted.text("name"),
                wanted.optional("renamedFrom"),
                wanted.optional("description"),
                TemplateCategory.valueOf(wanted.text("category").toUpperCase(Locale.ROOT)),
                new Body(wanted.text("body")),
                wanted.node().has("annotations")
                        ? Optional.of(StoredJson.value(wanted.node().path("annotations")))
                        : Optional.empty(),
                origin,
                origin);
    }
}
