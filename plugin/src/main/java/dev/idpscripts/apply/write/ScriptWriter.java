package dev.idpscripts.apply.write;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.plan.ScriptChange;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.ScriptsApi;
import dev.idpscripts.server.Server;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Carries out changes to scripts. Each method returns a remark for the report, mostly empty. */
public final class ScriptWriter implements ScriptChange.Cases<String> {

    /** The version that the server makes with the script itself (server.md 3.1). */
    private static final int STUB = 1;

    private final ScriptsApi scripts;
    private final Server server;
    private final Function<Body, String> label;
    private final JudgedWriter writes;
    private final Statuses statuses;
    private final RunState runState;

    /** @param label what is written beside a version with this body */
    public ScriptWriter(Server server, Function<Body, String> label, JudgedWriter writes, RunState runState) {
        this.scripts = server.scripts();
        this.server = server;
        this.label = label;
        this.writes = writes;
        this.statuses = new Statuses(scripts, writes);
        this.runState = runState;
    }

    /** The id of a script: of the stored one, or of the one made in this run. */
    private UUID id(Optional<StoredScript> current, String name) {
        return runState.id(current, name).orElseThrow();
    }

    @Override
    public String create(ScriptChange.Create change) {
        Script script = change.script();
        StoredScript made = writes.make(
                change,
                "create",
                StoredScript::id,
                () -> scripts.create(script.name(), script.description()),
                () -> scripts.byName(script.name()).map(s -> created(s, script)).orElse(Verdict.notDone()));
        runState.created(script.name(), made.id());
        return push(change, made.id(), script, STUB);
    }

    /** A script of that name may also be somebody else's: then the server refused ours with the same 500. */
    public static Verdict<StoredScript> created(StoredScript found, Script wanted) {
        boolean fresh = found.status() == ScriptStatus.DRAFT
                && found.currentVersion() == STUB
                && found.descriptionText().equals(wanted.description().orElse(""));
        return fresh
                ? Verdict.done(found)
                : Verdict.notDone("there is a script of that name now, which somebody else made; plan again");
    }

    @Override
    public String update(ScriptChange.Update change) {
        return push(
                change, change.current().id(), change.script(), change.current().currentVersion());
    }

    private String push(ScriptChange change, UUID id, Script script, int base) {
        String description = label.apply(script.body());
        StoredVersion pushed = writes.send(
                change,
                "push",
                () -> server.versions().push(id, script.name(), script.body(), description),
                () -> pushed(id, script, base, description));
        runState.pushed(change, pushed.versionNumber());
        if (!pushed.scriptBody().equals(script.body().text())) {
            throw new EnvironmentError(
                    ErrorCode.APPLY_INCOMPLETE,
                    "the server stored another body of script " + script.name() + " than was sent, as version "
                            + pushed.versionNumber(),
                    "");
        }
        if (pushed.versionNumber() != base + 1) {
            throw interleaved(id, script, base, pushed.versionNumber());
        }
        return "";
    }

    /** Somebody pushed between our look and our push: theirs was live for a moment, and ours is now. */
    private EnvironmentError interleaved(UUID id, Script script, int base, int number) {
        String theirs = server.versions()
                .get(id, script.name(), number - 1)
                .map(v -> " (by " + v.createdBy() + ": "
                        + Objects.requireNonNullElse(v.changeDescription(), "no description")
                                .lines()
                                .findFirst()
                                .orElse("")
                        + ")")
                .orElse("");
        return new EnvironmentError(
                ErrorCode.APPLY_INCOMPLETE,
                "ours became version " + number + " of script " + script.name() + ", not " + (base + 1)
                        + ": somebody else pushed version " + (number - 1) + " at the same time" + theirs,
                "");
    }

    /** Ours is the newest version with our body and label. A number above the current one means a wedge (server.md 3.2). */
    private Verdict<StoredVersion> pushed(UUID id, Script script, int base, String description) {
        StoredScript now = scripts.get(id, script.name());
        Optional<StoredVersion> next = server.versions().get(id, script.name(), base + 1);
        boolean ours = next.filter(
                        v -> v.scriptBody().equals(script.body().text()) && description.equals(v.changeDescription()))
                .isPresent();
        if (next.isPresent() && now.currentVersion() <= base) {
            return Verdict.notDone(
                    "version " + (base + 1) + " was stored but did not become current: the script is wedged on"
                            + " the server and can take no further version");
        }
        if (next.isPresent() && !ours) {
            return Verdict.notDone("version " + (base + 1) + " is somebody else's; plan again");
        }
        return next.map(Verdict::done).orElse(Verdict.notDone());
    }

    @Override
    public String activate(ScriptChange.Activate change) {
        statuses.set(change, id(change.current(), change.name()), change.name(), true);
        return "";
    }

    @Override
    public String deactivate(ScriptChange.Deactivate change) {
        statuses.set(change, id(change.current(), change.name()), change.name(), false);
        return "";
    }
}
