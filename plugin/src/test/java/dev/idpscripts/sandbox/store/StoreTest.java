package dev.idpscripts.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.sandbox.Sandboxes;
import dev.idpscripts.sandbox.http.Principal;
import dev.idpscripts.sandbox.rules.Bindings;
import dev.idpscripts.sandbox.rules.Connectors;
import dev.idpscripts.sandbox.rules.Logs;
import dev.idpscripts.sandbox.rules.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Clock STUCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00.123456789Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Store open() {
        return open(Sandboxes.TENANT);
    }

    private Store open(UUID tenant) {
        return Store.open(Optional.of(folder), tenant, STUCK);
    }

    private static void addConnector(Store store, String name) {
        store.write(() -> new Connectors(store).create(name, "ldap", null, Map.of("host", "h")));
    }

    private static List<String> connectors(Store store) {
        return store.read(() -> store.connectors().all().map(Connector::name).toList());
    }

    @Test
    void whatWasWrittenIsThereAfterOpeningAgain() {
        try (Store store = open()) {
            addConnector(store, "LDAP");
        }
        try (Store store = open()) {
            assertEquals(List.of("LDAP"), connectors(store));
        }
    }

    @Test
    void workThatFailsLeavesNothingBehind() {
        try (Store store = open()) {
            addConnector(store, "first");
            assertThrows(
                    ArithmeticException.class,
                    () -> store.write(() -> {
                        new Connectors(store).create("second", "ldap", null, Map.of("host", "h"));
                        throw new ArithmeticException();
                    }));
            assertEquals(List.of("first"), connectors(store));
            addConnector(store, "third");
        }
        try (Store store = open()) {
            assertEquals(2, connectors(store).size());
        }
    }

    /** The reader comes while a row is there that will be taken back, and has to wait. */
    @Test
    void nobodySeesWhatIsNotCommitted() throws Exception {
        try (Store store = open()) {
            FutureTask<List<String>> seen = new FutureTask<>(() -> connectors(store));
            Thread reader = new Thread(seen);
            assertThrows(
                    ArithmeticException.class,
                    () -> store.write(() -> {
                        new Connectors(store).create("never", "ldap", null, Map.of("host", "h"));
                        reader.start();
                        while (reader.isAlive() && reader.getState() != Thread.State.WAITING) {
                            Thread.onSpinWait();
                        }
                        throw new ArithmeticException();
                    }));
            assertEquals(List.of(), seen.get());
        }
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        try (Store store = open()) {
            addConnector(store, "LDAP");
        }
        try (Store store = open(Sandboxes.OTHER_TENANT)) {
            assertEquals(List.of(), connectors(store));
        }
    }

    @Test
    void timesGrowByMicrosecondsThoughTheClockStandsStillAndTheProcessRestarts() {
        try (Store store = open()) {
            addConnector(store, "first");
            addConnector(store, "second");
        }
        try (Store store = open()) {
            addConnector(store, "third");
            assertEquals(
                    Map.of(
                            "first", Instant.parse("2026-03-01T10:00:00.123456Z"),
                            "second", Instant.parse("2026-03-01T10:00:00.123457Z"),
                            "third", Instant.parse("2026-03-01T10:00:00.123458Z")),
                    store.read(() ->
                            store.connectors().all().collect(Collectors.toMap(Connector::name, Connector::createdAt))));
        }
    }

    @Test
    void aFolderServesOneAtATime() {
        try (Store store = open()) {
            addConnector(store, "LDAP");
            UserError error = assertThrows(UserError.class, this::open);
            assertEquals(ErrorCode.SANDBOX_UNAVAILABLE, error.code());
            assertTrue(error.getMessage().contains("in use by another run"), error.getMessage());
            assertTrue(error.getMessage().contains("-Didp-scripts.sandbox.directory="), error.getMessage());
        }
        open().close();
    }

    @Test
    void aFileThatIsNoStoreIsLeftAloneAndNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("sandbox.mv"), "not a store ".repeat(1000));
        UserError error = assertThrows(UserError.class, this::open);
        assertEquals(ErrorCode.SANDBOX_UNAVAILABLE, error.code());
        assertTrue(error.getMessage().contains(file + " cannot be read"), error.getMessage());
        assertTrue(Files.readString(file).startsWith("not a store"));
        Files.delete(file);
        open().close();
    }

    @Test
    void aRowThatCannotBeReadIsFoundAtOnce() {
        var texts = new MVMap.Builder<String, String>()
                .keyType(StringDataType.INSTANCE)
                .valueType(StringDataType.INSTANCE);
        try (StoreFile file = StoreFile.open(Optional.of(folder))) {
            MVMap<String, String> rows = file.store().openMap(Sandboxes.TENANT + "/scripts", texts);
            // More than one page: MVStore itself looks at the first only.
            IntStream.range(0, 1000).forEach(i -> rows.put("key " + i, "not a script"));
            file.store().commit();
        }
        UserError error = assertThrows(UserError.class, this::open);
        assertTrue(error.getMessage().contains("a stored StoredScript cannot be read"), error.getMessage());
        open(Sandboxes.OTHER_TENANT).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        UserError error = assertThrows(UserError.class, () -> StoreFile.open(Optional.of(file.resolve("folder"))));
        assertEquals(ErrorCode.SANDBOX_UNAVAILABLE, error.code());
        assertTrue(error.getMessage().contains("cannot write to its folder"), error.getMessage());
    }

    @Test
    void closingGivesBackTheSpaceOfWhatWasOverwritten() throws IOException {
        Path file = folder.resolve("sandbox.mv");
        long large;
        try (Store store = open()) {
            Logs logs = new Logs(store);
            Scripts scripts = new Scripts(store, new Bindings(store, logs), logs);
            UUID id = store.write(() -> scripts.create("a", Optional.empty(), "", Principal.ANYBODY))
                    .id();
            IntStream.range(0, 500)
                    .forEach(i -> store.write(
                            () -> scripts.update(scripts.get(id), Optional.empty(), Optional.of("x".repeat(i)))));
            large = Files.size(file);
        }
        assertTrue(Files.size(file) < large / 10, Files.size(file) + " of " + large);
        try (Store store = open()) {
            assertEquals(
                    499,
                    store.read(() ->
                            store.scripts().newestFirst().get(0).description().length()));
        }
    }
}
