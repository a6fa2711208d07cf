package dev.idpscripts.sandbox.routes;

import static dev.idpscripts.sandbox.wire.Struct.optional;
import static dev.idpscripts.sandbox.wire.Struct.required;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.stored.Comparison;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.rules.Audit;
import dev.idpscripts.sandbox.rules.DatabaseConstraints;
import dev.idpscripts.sandbox.rules.LineByLine;
import dev.idpscripts.sandbox.rules.Scripts;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** {@code /governance/scripts/{id}/versions} and rollback (server.md 1.5 and 3.2). */
public final class VersionRoutes {

    private static final Struct CREATE = Struct.of(
            "UpdateScriptBodyRequest", required("script_body", Kind.TEXT), optional("change_description", Kind.TEXT));
    private static final Struct COMPARE =
            Struct.of("CompareVersionsParams", required("from", Kind.I32), required("to", Kind.I32));
    private static final Struct ROLLBACK =
            Struct.of("RollbackRequest", required("target_version", Kind.I32), optional("reason", Kind.TEXT));

    private record VersionPage(List<StoredVersion> versions, long total) {}

    private final Scripts scripts;
    private final Audit audit;

    public VersionRoutes(Scripts scripts, Audit audit) {
        this.scripts = scripts;
        this.audit = audit;
    }

    public Answer list(Call call) {
        List<StoredVersion> newestFirst =
                new ArrayList<>(scripts.versions(scripts.get(call.id()).id()));
        Collections.reverse(newestFirst);
        return Answer.ok(new VersionPage(newestFirst, newestFirst.size()));
    }

    public Answer create(Call call) {
        UUID id = call.id();
        Fields fields = call.json(CREATE);
        String body = fields.text("script_body");
        if (DatabaseConstraints.utf8Length(body) > Body.MAX_BYTES) {
            throw ApiError.precondition("Script body exceeds maximum size of " + Body.MAX_BYTES + " bytes");
        }
        String description = fields.text("change_description");
        StoredVersion version = scripts.push(scripts.get(id), body, description, call.caller());
        audit.versionCreated(call.caller(), version);
        return Answer.created(version);
    }

    public Answer get(Call call) {
        return Answer.ok(scripts.version(call.id(), call.number()));
    }

    public Answer compare(Call call) {
        UUID id = call.id();
        Fields query = call.query(COMPARE);
        StoredVersion from = scripts.version(id, query.number("from"));
        StoredVersion to = scripts.version(id, query.number("to"));
        return Answer.ok(new Comparison(
                from.versionNumber(), to.versionNumber(), LineByLine.compare(from.scriptBody(), to.scriptBody())));
    }

    public Answer rollback(Call call) {
        UUID id = call.id();
        Fields body = call.json(ROLLBACK);
        int to = body.number("target_version");
        StoredScript script = scripts.get(id);
        StoredVersion target = scripts.findVersion(id, to)
                .orElseThrow(() -> ApiError.precondition(
                        "Invalid rollback target: version " + to + " does not exist for script " + id));
        String reason = body.text("reason");
        String description = body.optionalText("reason").orElse("Rollback to version " + to);
        StoredVersion version = scripts.push(script, target.scriptBody(), description, call.caller());
        audit.rolledBack(call.caller(), id, script.currentVersion(), to, reason);
        return Answer.ok(version);
    }
}
