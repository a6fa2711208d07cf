package dev.idpscripts.sandbox.store;

import dev.idpscripts.model.stored.AuditEvent;
import dev.idpscripts.model.stored.ExecutionLog;
import dev.idpscripts.model.stored.StoredBinding;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredTemplate;
import dev.idpscripts.model.stored.StoredVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Everything the embedded server remembers of one tenant. All reading and changing goes through {@link #read} and
 * {@link #write}: one lock for all, and what was written is in the file when {@code write} returns, or nowhere.
 */
public final class Store implements AutoCloseable {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final StoreFile file;
    private final UUID tenant;
    private final MonotonicClock ticks;
    private final Rows<StoredScript> scripts;
    private final Rows<StoredVersion> versions;
    private final Rows<StoredBinding> bindings;
    private final Rows<StoredTemplate> templates;
    private final Rows<Connector> connectors;
    private final Rows<AuditEvent> audit;
    private final Rows<ExecutionLog> logs;
    private final Rows<RefreshToken> refreshTokens;

    private Store(StoreFile file, UUID tenant, Clock clock) {
        this.file = file;
        this.tenant = tenant;
        this.ticks = new MonotonicClock(
                clock, map("ticks", new MVMap.Builder<String, Long>().valueType(LongDataType.INSTANCE)));
        this.scripts = table("scripts", StoredScript.class, s -> s.id().toString(), StoredScript::createdAt);
        this.versions = table(
                "versions",
                StoredVersion.class,
                v -> versionKey(v.scriptId(), v.versionNumber()),
                StoredVersion::createdAt);
        this.bindings = table("bindings", StoredBinding.class, b -> b.id().toString(), StoredBinding::createdAt);
        this.templates = table("templates", StoredTemplate.class, t -> t.id().toString(), StoredTemplate::createdAt);
        this.connectors = table("connectors", Connector.class, c -> c.id().toString(), Connector::createdAt);
        this.audit = table("audit", AuditEvent.class, e -> e.id().toString(), AuditEvent::createdAt);
        this.logs = table("logs", ExecutionLog.class, l -> l.id().toString(), ExecutionLog::executedAt);
        this.refreshTokens = table("refreshTokens", RefreshToken.class, RefreshToken::token, RefreshToken::expiresAt);
        file.store().commit();
    }

    /**
     * Opens what the folder holds of a tenant, and reads all of it once: a file that is broken somewhere should say so now.
     *
     * @param directory empty: in memory
     * @throws dev.idpscripts.model.error.UserError if the folder cannot be used
     */
    public static Store open(Optional<Path> directory, UUID tenant, Clock clock) {
        StoreFile file = StoreFile.open(directory);
        try {
            Store store = new Store(file, tenant, clock);
            Stream.of(
                            store.scripts,
                            store.versions,
                            store.bindings,
                            store.templates,
                            store.connectors,
                            store.audit,
                            store.logs,
                            store.refreshTokens)
                    .forEach(Rows::readAll);
            return store;
        } catch (RuntimeException e) {
            throw file.unreadable(e);
        }
    }

    private <T> Rows<T> table(String name, Class<T> type, Function<T, String> key, Function<T, Instant> created) {
        return new Rows<>(map(name, new MVMap.Builder<String, T>().valueType(new JsonType<>(type))), key, created);
    }

    private <V> MVMap<String, V> map(String name, MVMap.Builder<String, V> builder) {
        return file.store().openMap(tenant + "/" + name, builder.keyType(StringDataType.INSTANCE));
    }

    /** The key of a version: all of a script stand together, ordered by number. */
    public static String versionKey(UUID script, int number) {
        return versionKeys(script) + String.format("%010d", number);
    }

    /** What the keys of all versions of a script start with. */
    public static String versionKeys(UUID script) {
        return script + "/";
    }

    /** Does the work while nobody writes. */
    public <T> T read(Supplier<T> work) {
        return locked(lock.readLock(), work);
    }

    /** Does the work alone, and makes it last; if it throws, nothing of it is kept. */
    public <T> T write(Supplier<T> work) {
        return locked(lock.writeLock(), () -> committed(work));
    }

    private static <T> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> T committed(Supplier<T> work) {
        T result = undoneIfItThrows(work);
        if (file.store().hasUnsavedChanges()) {
            ticks.save();
            file.store().commit();
        }
        return result;
    }

    /** Endpoints check first and change then, so that what they refuse has changed nothing and costs nothing here. */
    private <T> T undoneIfItThrows(Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done && file.store().hasUnsavedChanges()) {
                file.store().rollback();
            }
        }
    }

    /** A time later than all that were given before; inside {@link #write} only. */
    public Instant now() {
        return ticks.next();
    }

    public UUID tenant() {
        return tenant;
    }

    public Rows<StoredScript> scripts() {
        return scripts;
    }

    /** By {@link #versionKey}. */
    public Rows<StoredVersion> versions() {
        return versions;
    }

    public Rows<StoredBinding> bindings() {
        return bindings;
    }

    public Rows<StoredTemplate> templates() {
        return templates;
    }

    public Rows<Connector> connectors() {
        return connectors;
    }

    public Rows<AuditEvent> audit() {
        return audit;
    }

    public Rows<ExecutionLog> logs() {
        return logs;
    }

    public Rows<RefreshToken> refreshTokens() {
        return refreshTokens;
    }

    @Override
    public void close() {
        locked(lock.writeLock(), () -> {
            file.close();
            return null;
        });
    }
}
