package dev.idpscripts.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Maven in a process of its own, with the plugin as it was just built. Only for {@code *IT} tests: the build puts the
 * plugin where this finds it in the phase {@code pre-integration-test}.
 *
 * @param folder where it runs
 * @param variables environment variables beside the usual ones
 * @param token the token that settings.xml holds under the ids {@code idp-token} and {@code idp-login}
 * @param proxyPort the port on this machine of the proxy that settings.xml names; 0 for none
 */
public record MavenRun(Path folder, Map<String, String> variables, String token, int proxyPort) {

    private static final long PATIENCE_SECONDS = 180;

    /** The plugin, for runs without a POM. */
    public static final String PLUGIN = "dev.idpscripts:idp-scripts-maven-plugin:" + System.getProperty("it.version");

    /** How a run ended. */
    public record Result(int exitCode, String output) {

        /** Checks that it went well. */
        public Result succeeded() {
            assertEquals(0, exitCode, output);
            return this;
        }

        /** Checks that it did not. */
        public Result failed() {
            assertEquals(1, exitCode, output);
            return this;
        }

        /** The lines that contain a text, without Maven's prefix. */
        public List<String> lines(String text) {
            return output.lines()
                    .filter(line -> line.contains(text))
                    .map(line -> line.replaceFirst("^\\[(INFO|ERROR|WARNING)\\] ?", ""))
                    .toList();
        }
    }

    public static MavenRun in(Path folder) {
        return new MavenRun(folder, Map.of(), "unused", 0);
    }

    public MavenRun with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new MavenRun(folder, more, token, proxyPort);
    }

    public MavenRun settingsToken(String value) {
        return new MavenRun(folder, variables, value, proxyPort);
    }

    public MavenRun proxy(int port) {
        return new MavenRun(folder, variables, token, port);
    }

    /** Runs to the end. */
    public Result run(String... arguments) {
        try {
            Path output = Files.createTempFile("maven", ".txt");
            Process process = process(arguments).redirectOutput(output.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Maven did not end: " + Files.readString(output));
            }
            String text = Files.readString(output);
            Files.delete(output);
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A run that is not started yet; what it prints comes in one stream. */
    public ProcessBuilder process(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("it.maven.home") + "/bin/mvn",
                "-B",
                "-ntp",
                "-s",
                settings().toString(),
                "-Dmaven.repo.local=" + System.getProperty("it.repo")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("IDP_SCRIPTS_"));
        builder.environment().putAll(variables);
        return builder;
    }

    private Path settings() {
        try (InputStream in = MavenRun.class.getResourceAsStream("/it/settings.xml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "@localRepository@",
                            Path.of(System.getProperty("it.localRepo")).toUri().toString())
                    .replace("@user@", "admin@example.com")
                    .replace("@token@", token)
                    .replace("@proxyActive@", String.valueOf(proxyPort > 0))
                    .replace("@proxyPort@", String.valueOf(proxyPort));
            Path file = Files.createTempFile("settings", ".xml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
