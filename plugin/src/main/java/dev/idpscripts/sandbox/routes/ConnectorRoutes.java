package dev.idpscripts.sandbox.routes;

import static dev.idpscripts.sandbox.wire.Struct.optional;
import static dev.idpscripts.sandbox.wire.Struct.required;

import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.sandbox.http.Answer;
import dev.idpscripts.sandbox.http.ApiError;
import dev.idpscripts.sandbox.http.Call;
import dev.idpscripts.sandbox.rules.Connectors;
import dev.idpscripts.sandbox.rules.Like;
import dev.idpscripts.sandbox.store.Connector;
import dev.idpscripts.sandbox.store.Store;
import dev.idpscripts.sandbox.wire.Fields;
import dev.idpscripts.sandbox.wire.Kind;
import dev.idpscripts.sandbox.wire.Struct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** {@code /connectors} (server.md 7). Everybody may read them; bindings of a deleted one stay. */
public final class ConnectorRoutes {

    private static final Kind TYPE = Kind.oneOf(Connectors.TYPES);
    private static final Struct LIST = Struct.of(
            "ListConnectorsQuery",
            optional("connector_type", TYPE),
            optional("status", Kind.oneOf(List.of("active", "inactive", "error"))),
            optional("name_contains", Kind.TEXT),
            optional("limit", Kind.I64),
            optional("offset", Kind.I64));
    private static final Struct CREATE = Struct.of(
            "CreateConnectorRequest",
            required("name", Kind.TEXT),
            required("connector_type", TYPE),
            optional("description", Kind.TEXT),
            required("config", Kind.ANY),
            required("credentials", Kind.ANY));

    private static final long DEFAULT_LIMIT = 20;
    private static final int MAX_NAME = 255;
    private static final int MAX_DESCRIPTION = 2000;

    private record ConnectorPage(List<StoredConnector> items, long total, long limit, long offset) {}

    private final Store store;
    private final Connectors connectors;

    public ConnectorRoutes(Store store, Connectors connectors) {
        this.store = store;
        this.connectors = connectors;
    }

    public Answer list(Call call) {
        Fields query = call.query(LIST);
        return inOwnWords(() -> found(query));
    }

    private Answer found(Fields query) {
        Optional<String> type = query.optionalText("connector_type");
        Optional<String> status = query.optionalText("status");
        Like name = Like.of(query.optionalText("name_contains"));
        List<StoredConnector> found = store.connectors()
                .all()
                .filter(c -> Filter.passes(type, c.connectorType()))
                .filter(c -> Filter.passes(status, c.status()))
                .filter(c -> name.matches(c.name()))
                .sorted(Comparator.comparing(Connector::name))
                .map(Connector::summary)
                .toList();
        Page page = Page.limited(query, DEFAULT_LIMIT).withoutNegativeOffset();
        return Answer.ok(new ConnectorPage(page.of(found), found.size(), page.limit(), page.offset()));
    }

    public Answer get(Call call) {
        return Answer.ok(connectors.get(call.id()));
    }

    public Answer create(Call call) {
        Fields body = call.json(CREATE);
        checkAdmin(call);
        checkLengths(body);
        return inOwnWords(() -> Answer.created(connectors.create(
                body.text("name"), body.text("connector_type"), body.text("description"), body.any("config"))));
    }

    private static void checkLengths(Fields body) {
        List<String> problems = new ArrayList<>();
        if (body.text("name").isEmpty() || isLonger(body.text("name"), MAX_NAME)) {
            problems.add("name: Name must be 1-255 characters");
        }
        if (isLonger(body.optionalText("description").orElse(""), MAX_DESCRIPTION)) {
            problems.add("description: Description cannot exceed 2000 characters");
        }
        if (!problems.isEmpty()) {
            throw Connectors.invalid(String.join("\n", problems));
        }
    }

    private static boolean isLonger(String text, int max) {
        return text.codePointCount(0, text.length()) > max;
    }

    public Answer delete(Call call) {
        UUID id = call.id();
        checkAdmin(call);
        connectors.delete(connectors.get(id));
        return Answer.noContent();
    }

    /** Only the endpoints that change something ask for it here; the router of connectors does not. */
    private static void checkAdmin(Call call) {
        if (!call.caller().isAdmin()) {
            throw ApiError.json(403, "forbidden", "Access denied");
        }
    }

    /** Connectors have their own text for what the database refuses. */
    private static Answer inOwnWords(Supplier<Answer> work) {
        try {
            return work.get();
        } catch (ApiError e) {
            throw e.answer().status() == 500 ? ApiError.json(500, "database_error", "Internal database error") : e;
        }
    }
}
