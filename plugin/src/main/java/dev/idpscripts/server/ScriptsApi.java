package dev.idpscripts.server;

import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Caller;
import dev.idpscripts.server.http.Expect;
import dev.idpscripts.server.http.Wildcards;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Operations 1 to 7: scripts without their bodies (server.md 1.5). */
public final class ScriptsApi implements NamedApi {

    private static final String PATH = "/governance/scripts";

    private record Scripts(List<StoredScript> scripts, long total) {}

    private final Caller caller;

    ScriptsApi(Caller caller) {
        this.caller = caller;
    }

    /** All scripts of the tenant. */
    public List<StoredScript> all() {
        return list(null, null);
    }

    /**
     * All scripts that match both filters.
     *
     * @param status null for any
     * @param search a part of the name, in any case; null for any
     */
    public List<StoredScript> list(ScriptStatus status, String search) {
        return caller.all("scripts", (n, size) -> page(n, size, status, search), StoredScript::id);
    }

    private Caller.Page<StoredScript> page(int n, int size, ScriptStatus status, String search) {
        ApiRequest request = ApiRequest.get("list scripts", PATH)
                .where("status", status)
                .where("search", search == null ? null : Wildcards.escape(search))
                .where("page", n + 1)
                .where("page_size", size)
                .expecting(Expect.SURELY);
        return caller.page(request, Scripts.class, Scripts::scripts, Scripts::total);
    }

    /** The script with exactly this name: the server has no such lookup, only a search (server.md 3.5). */
    public Optional<StoredScript> byName(String name) {
        return list(null, name).stream()
                .filter(script -> script.name().equals(name))
                .findFirst();
    }

    @Override
    public StoredScript get(UUID id, String name) {
        return caller.send(ApiRequest.get("read script " + name, PATH + "/" + id), StoredScript.class);
    }

    /**
     * Makes a draft whose only version is a stub.
     *
     * @param description empty for none
     */
    public StoredScript create(String name, Optional<String> description) {
        Map<String, String> body = description
                .map(text -> Map.of("name", name, "description", text))
                .orElse(Map.of("name", name));
        return caller.send(ApiRequest.post("create script " + name, PATH).with(body), StoredScript.class);
    }

    @Override
    public StoredScript rename(UUID id, String from, String to) {
        return caller.send(
                ApiRequest.put("rename script " + from + " to " + to, PATH + "/" + id)
                        .with(Map.of("name", to)),
                StoredScript.class);
    }

    @Override
    public StoredScript describe(UUID id, String name, String description) {
        return caller.send(
                ApiRequest.put("describe script " + name, PATH + "/" + id).with(Map.of("description", description)),
                StoredScript.class);
    }

    /** Deletes the script with its versions and its disabled bindings; refused while enabled ones exist. */
    @Override
    public void delete(UUID id, String name) {
        caller.send(ApiRequest.delete("delete script " + name, PATH + "/" + id));
    }

    public StoredScript activate(UUID id, String name) {
        return caller.send(
                ApiRequest.post("activate script " + name, PATH + "/" + id + "/activate"), StoredScript.class);
    }

    public StoredScript deactivate(UUID id, String name) {
        return caller.send(
                ApiRequest.post("deactivate script " + name, PATH + "/" + id + "/deactivate"), StoredScript.class);
    }
}
