package dev.idpscripts.sandbox;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the embedded server is to be.
 *
 * @param port 0: any that is free
 * @param directory where it keeps its data; empty: nowhere, it starts with nothing and forgets everything
 * @param token what clients send: an API key of the tenant's admin, and the password of all users
 * @param tenant the only one there is
 * @param connectors names of connectors; those that are not there are made at the start
 * @param faults a file that says what goes wrong; empty: nothing does
 */
public record SandboxOptions(
        int port, Optional<Path> directory, String token, UUID tenant, List<String> connectors, Optional<Path> faults) {

    /** A server without faults. */
    public SandboxOptions(int port, Optional<Path> directory, String token, UUID tenant, List<String> connectors) {
        this(port, directory, token, tenant, connectors, Optional.empty());
    }

    public SandboxOptions {
        connectors = List.copyOf(connectors);
    }

    /** Without the token: options get logged. */
    @Override
    public String toString() {
        return "SandboxOptions[port=" + port + ", directory=" + directory + ", tenant=" + tenant + "]";
    }

    private static final int TOKEN_BYTES = 16;

    /** A token that nobody can guess, of the form the server gives its API keys (server.md 5.4). */
    public static String randomToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return "xavyo_sk_live_" + HexFormat.of().formatHex(random);
    }
}
