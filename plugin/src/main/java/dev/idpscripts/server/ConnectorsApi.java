package dev.idpscripts.server;

import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.server.http.ApiRequest;
import dev.idpscripts.server.http.Caller;
import dev.idpscripts.server.http.Expect;
import java.util.List;

/** The connectors of the tenant, which the plugin reads and never changes (server.md 7). */
public final class ConnectorsApi {

    private record Connectors(List<StoredConnector> items, long total) {}

    private final Caller caller;

    ConnectorsApi(Caller caller) {
        this.caller = caller;
    }

    /** All connectors of the tenant, by name. */
    public List<StoredConnector> all() {
        return caller.all("connectors", this::page, StoredConnector::id);
    }

    private Caller.Page<StoredConnector> page(int n, int size) {
        ApiRequest request = ApiRequest.get("list connectors", "/connectors")
                .where("limit", size)
                .where("offset", n * size)
                .expecting(Expect.SURELY);
        return caller.page(request, Connectors.class, Connectors::items, Connectors::total);
    }
}
