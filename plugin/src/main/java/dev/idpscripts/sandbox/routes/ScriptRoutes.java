package dev.idpscripts.sandbox.routes;

import static dev.idpscripts.sandbox.wire.Struct.optional;
import static dev.idpscripts.sandbox.wire.Struct.required;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.rules.ApiWords;
import dev.idpscripts.sandbox.rules.Audit;
import dev.idpscripts.sandbox.rules.Bindings;
import dev.idpscripts.sandbox.rules.Like;
import dev.idpscripts.sandbox.rules.Scripts;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /governance/scripts} (server.md 1.5 and 3.1). */
public final class ScriptRoutes {

    private static final Struct LIST = Struct.of(
            "ScriptListParams",
            optional("status", Kind.TEXT),
            optional("search", Kind.TEXT),
            optional("page", Kind.I64),
            optional("page_size", Kind.I64));
    private static final Struct CREATE =
            Struct.of("CreateScriptRequest", required("name", Kind.TEXT), optional("description", Kind.TEXT));
    private static final Struct UPDATE =
            Struct.of("UpdateScriptRequest", optional("name", Kind.TEXT), optional("description", Kind.TEXT));

    /** The body of every script that is not made from a template. */
    private static final String FIRST_BODY = "// New script";

    private record ScriptPage(List<StoredScript> scripts, long total) {}

    private final Store store;
    private final Scripts scripts;
    private final Bindings bindings;
    private final Audit audit;

    public ScriptRoutes(Store store, Scripts scripts, Bindings bindings, Audit audit) {
        this.store = store;
        this.scripts = scripts;
        this.bindings = bindings;
        this.audit = audit;
    }

    public Answer list(Call call) {
        Fields query = call.query(LIST);
        Optional<ScriptStatus> status = query.optionalText("status").flatMap(s -> ApiWords.find(ScriptStatus.class, s));
        Like search = Like.of(query.optionalText("search"));
        List<StoredScript> found = store.scripts().newestFirst().stream()
                .filter(s -> Filter.passes(status, s.status()))
                .filter(s -> search.matches(s.name()))
                .toList();
        return Answer.ok(new ScriptPage(Page.numbered(query).of(found), found.size()));
    }

    public Answer create(Call call) {
        Fields body = call.json(CREATE);
        StoredScript script =
                scripts.create(body.text("name"), body.optionalText("description"), FIRST_BODY, call.caller());
        audit.created(call.caller(), script);
        return Answer.created(script);
    }

    public Answer get(Call call) {
        return Answer.ok(scripts.get(call.id()));
    }

    public Answer update(Call call) {
        UUID id = call.id();
        Fields body = call.json(UPDATE);
        StoredScript old = scripts.get(id);
        if (old.isSystem()) {
            throw ApiError.systemResource(id);
        }
        StoredScript script = scripts.update(old, body.optionalText("name"), body.optionalText("description"));
        audit.updated(call.caller(), script);
        return Answer.ok(script);
    }

    public Answer delete(Call call) {
        StoredScript script = scripts.get(call.id());
        long enabled =
                bindings.of(script.id()).stream().filter(StoredBinding::enabled).count();
        if (enabled > 0) {
            throw ApiError.conflict("Cannot delete script with " + enabled + " active bindings");
        }
        scripts.delete(script);
        audit.deleted(call.caller(), script);
        return Answer.noContent();
    }

    public Answer activate(Call call) {
        StoredScript script = changeStatus(call, ScriptStatus.ACTIVE);
        audit.activated(call.caller(), script);
        return Answer.ok(script);
    }

    public Answer deactivate(Call call) {
        StoredScript script = changeStatus(call, ScriptStatus.INACTIVE);
        audit.deactivated(call.caller(), script);
        return Answer.ok(script);
    }

    private StoredScript changeStatus(Call call, ScriptStatus status) {
        StoredScript script = scripts.get(call.id());
        if (script.status() == status) {
            throw ApiError.precondition("Script is already " + status + ": " + script.id());
        }
        return scripts.withStatus(script, status);
    }
}
