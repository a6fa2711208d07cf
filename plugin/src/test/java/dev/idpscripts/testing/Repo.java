package dev.idpscripts.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user's repository in a temporary folder. Each method returns the repository, so that a test reads as a list. */
public record Repo(Path root) {

    /** With a sandbox environment and an empty {@code scripts/}. */
    public static Repo in(Path root) {
        return new Repo(root).folder("scripts").file("environments/sandbox.yaml", """
                        url: sandbox
                        sandbox:
                          connectors: [Corporate LDAP, HR feed]
                        values:
                          mail-domain: example.com
                        """);
    }

    public Repo file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Repo file(String name, byte[] bytes) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.write(root.resolve(name), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Repo folder(String name) {
        try {
            Files.createDirectories(root.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file that may be there. */
    public Repo without(String name) {
        return Files.exists(root.resolve(name)) ? delete(name) : this;
    }

    public Repo delete(String name) {
        try {
            Files.delete(root.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
