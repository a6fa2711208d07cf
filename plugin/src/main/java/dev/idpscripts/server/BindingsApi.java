package dev.idpscripts.server;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Caller;
import dev.idpscripts.server.http.Expect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Operations 16 to 21: hook bindings (server.md 1.5). */
public final class BindingsApi {

    private static final String PATH = "/governance/script-bindings";

    private record Bindings(List<StoredBinding> bindings, long total) {}

    private final Caller caller;

    BindingsApi(Caller caller) {
        this.caller = caller;
    }

    /** All bindings of the tenant, of which there are surely some. */
    public List<StoredBinding> all() {
        return all(Expect.SURELY);
    }

    /** All bindings of the tenant. */
    List<StoredBinding> all(Expect expect) {
        return caller.all("bindings", (n, size) -> page(n, size, null, expect), StoredBinding::id);
    }

    /** All bindings of one script. The filter is checked here too: the server ignores what it cannot read. */
    public List<StoredBinding> ofScript(UUID script) {
        return caller.all("bindings", (n, size) -> page(n, size, script, Expect.SURELY), StoredBinding::id).stream()
                .filter(binding -> binding.scriptId().equals(script))
                .toList();
    }

    private Caller.Page<StoredBinding> page(int n, int size, UUID script, Expect expect) {
        ApiRequest request = ApiRequest.get("list bindings", PATH)
                .where("script_id", script)
                .where("page", n + 1)
                .where("page_size", size)
                .expecting(expect);
        return caller.page(request, Bindings.class, Bindings::bindings, Bindings::total);
    }

    /** All bindings of one connector in order; not paged, and empty for a connector that does not exist. */
    public List<StoredBinding> ofConnector(UUID connector, String name) {
        ApiRequest request = ApiRequest.get(
                        "list bindings of " + name, "/governance/connectors/" + connector + "/script-bindings")
                .expecting(Expect.SURELY);
        return caller.list(request, Bindings.class, Bindings::bindings);
    }

    public StoredBinding get(UUID id, Slot slot) {
        return caller.send(ApiRequest.get("read binding " + slot, PATH + "/" + id), StoredBinding.class);
    }

    /** Makes a binding, always enabled: the server cannot make a disabled one. All settings are sent (server.md 9.27). */
    public StoredBinding bind(UUID script, String scriptName, UUID connector, Slot slot, BindingSettings settings) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("script_id", script);
        body.put("connector_id", connector);
        body.put("hook_phase", slot.hook().phase());
        body.put("operation_type", slot.hook().operation());
        body.put("execution_order", slot.order());
        body.put("failure_policy", settings.onFailure());
        body.put("max_retries", settings.maxRetries());
        body.put("timeout_seconds", settings.timeoutSeconds());
        return caller.send(
                ApiRequest.post("bind " + scriptName + " to " + slot, PATH).with(body), StoredBinding.class);
    }

    /** Changes all settings of a binding in its place. */
    public StoredBinding rebind(UUID id, Slot slot, BindingSettings settings) {
        return caller.send(
                ApiRequest.put("change binding " + slot, PATH + "/" + id)
                        .with(Map.of(
                                "failure_policy", settings.onFailure(),
                                "max_retries", settings.maxRetries(),
                                "timeout_seconds", settings.timeoutSeconds(),
                                "enabled", settings.enabled())),
                StoredBinding.class);
    }

    /** Gives a binding another order, which must be free. */
    public StoredBinding move(UUID id, Slot from, int order) {
        return caller.send(
                ApiRequest.put("move binding " + from + " to order " + order, PATH + "/" + id)
                        .with(Map.of("execution_order", order)),
                StoredBinding.class);
    }

    public void unbind(UUID id, Slot slot) {
        caller.send(ApiRequest.delete("remove binding " + slot, PATH + "/" + id));
    }
}
