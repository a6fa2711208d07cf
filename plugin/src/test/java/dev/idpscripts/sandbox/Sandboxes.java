package dev.idpscripts.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sandboxes for tests. */
public final class Sandboxes {

    static final String TOKEN = "xavyo_sk_test_0123456789abcdef";
    public static final UUID TENANT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    public static final UUID OTHER_TENANT = UUID.fromString("11111111-1111-4111-8111-111111111111");
    static final UUID NOBODY = UUID.fromString("99999999-9999-4999-8999-999999999999");

    private Sandboxes() {}

    static Sandbox ephemeral() {
        return Sandbox.start(options(Optional.empty()));
    }

    static Sandbox in(Path directory) {
        return Sandbox.start(options(Optional.of(directory)));
    }

    static SandboxOptions options(Optional<Path> directory, String... connectors) {
        return new SandboxOptions(0, directory, TOKEN, TENANT, List.of(connectors));
    }
}
