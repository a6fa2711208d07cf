package dev.idpscripts.server;

import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.Evidence;
import dev.idpscripts.model.stored.EvidenceRequest;
import dev.idpscripts.model.stored.Inventory;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredConnector;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.server.http.Expect;
import dev.idpscripts.server.http.Parallel;
import dev.idpscripts.server.http.Transport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads everything a plan needs to know from the server: four lists, and the bodies that matter. */
public final class InventoryReader {

    private final Server server;
    private final UUID tenant;
    private final VersionCache cache;
    private final Expect bindings;
    private final Expect templates;

    public InventoryReader(Server server, UUID tenant, VersionCache cache) {
        this(server, tenant, cache, Expect.PERHAPS, Expect.PERHAPS);
    }

    private InventoryReader(Server server, UUID tenant, VersionCache cache, Expect bindings, Expect templates) {
        this.server = server;
        this.tenant = tenant;
        this.cache = cache;
        this.bindings = bindings;
        this.templates = templates;
    }

    /** The same, expecting what the files declare. */
    public InventoryReader expecting(Declarations files) {
        return expecting(!files.bindings().isEmpty(), !files.templates().isEmpty());
    }

    /** The same, with a reason to expect bindings or templates: an empty list is then doubted. Scripts and connectors are expected always. */
    public InventoryReader expecting(boolean anyBindings, boolean anyTemplates) {
        return new InventoryReader(server, tenant, cache, Expect.onlyIf(anyBindings), Expect.onlyIf(anyTemplates));
    }

    /**
     * Reads the lists completely, and then bodies.
     *
     * @param bodyMatters which scripts' current versions to read; the list of scripts does not have them
     */
    public Inventory read(Predicate<StoredScript> bodyMatters) {
        // One request alone first: with a wrong token or address this is the only one, and the only error.
        List<StoredConnector> connectors = server.connectors().all();
        try (Parallel parallel = new Parallel(Transport.AT_ONCE)) {
            var bound = parallel.start(() -> server.bindings().all(bindings));
            var models = parallel.start(() -> server.templates().all(templates));
            List<StoredScript> scripts = server.scripts().all();
            return read(scripts, bound.get(), models.get(), connectors, bodyMatters, parallel);
        }
    }

    private Inventory read(
            List<StoredScript> scripts,
            List<StoredBinding> bound,
            List<StoredTemplate> models,
            List<StoredConnector> connectors,
            Predicate<StoredScript> bodyMatters,
            Parallel parallel) {
        sameTenant(scripts, StoredScript::tenantId);
        sameTenant(bound, StoredBinding::tenantId);
        sameTenant(models, StoredTemplate::tenantId);
        Map<UUID, StoredVersion> current = new ConcurrentHashMap<>();
        parallel.each(scripts.stream().filter(bodyMatters).toList(), script -> version(script)
                .ifPresent(version -> current.put(script.id(), version)));
        return new Inventory(connectors, scripts, bound, models, current, Evidence.NONE);
    }

    /** Reads what tells who made the differences of a plan. */
    public Inventory inform(Inventory lists, EvidenceRequest questions) {
        if (questions.isEmpty()) {
            return lists;
        }
        // Where there are scripts, things have happened.
        EvidenceReader evidence =
                new EvidenceReader(server, Expect.onlyIf(!lists.scripts().isEmpty()));
        Map<UUID, StoredVersion> current = new HashMap<>(lists.current());
        try (Parallel parallel = new Parallel(Transport.AT_ONCE)) {
            List<StoredScript> renamed = evidence.renamed(questions);
            parallel.each(renamed, script -> version(script).ifPresent(v -> {
                synchronized (current) {
                    current.put(script.id(), v);
                }
            }));
            return lists.with(current, evidence.read(questions, renamed, parallel));
        }
    }

    private Optional<StoredVersion> version(StoredScript script) {
        Optional<StoredVersion> known = cache.current(script);
        if (known.isPresent()) {
            return known;
        }
        Optional<StoredVersion> read = server.versions().get(script.id(), script.name(), script.currentVersion());
        read.ifPresent(version -> cache.keep(script, version));
        return read;
    }

    /** The last line of defence against working on the wrong tenant, for tokens that say nothing about themselves. */
    private <T> void sameTenant(List<T> rows, Function<T, UUID> rowTenant) {
        rows.stream()
                .map(rowTenant)
                .filter(id -> !tenant.equals(id))
                .findFirst()
                .ifPresent(other -> {
                    throw new UserError(
                            ErrorCode.TENANT_MISMATCH,
                            "the server answered with objects of tenant " + other + ", but the environment names "
                                    + tenant,
                            "Correct \"tenant\" in the environment's file, or use a token of that tenant. Nothing was changed.");
                });
    }
}
