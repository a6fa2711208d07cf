package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox in the foreground, as a server for other runs. */
class SandboxIT {

    private static final Pattern READY =
            Pattern.compile("idp-scripts sandbox ready: (http://127\\.0\\.0\\.1:\\d+) tenant (\\S+) token (\\S+)");

    @TempDir
    Path folder;

    /** A sandbox that runs. */
    private record Running(Process process, BufferedReader out, String url, String tenant, String token)
            implements AutoCloseable {

        static Running start(MavenRun maven, String... options) throws IOException {
            String[] arguments = new String[options.length + 1];
            arguments[0] = MavenRun.PLUGIN + ":sandbox";
            System.arraycopy(options, 0, arguments, 1, options.length);
            Process process = maven.process(arguments).start();
            BufferedReader out = process.inputReader();
            StringBuilder before = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher m = READY.matcher(line);
                if (m.matches()) {
                    return new Running(process, out, m.group(1), m.group(2), m.group(3));
                }
                before.append(line).append('\n');
            }
            throw new AssertionError(before);
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    private static int asked(Running sandbox) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + "/governance/scripts"))
                                .header("Authorization", "Bearer " + sandbox.token())
                                .header("X-Tenant-ID", sandbox.tenant())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Repo remote(Running sandbox, String server) {
        return Repo.in(folder)
                .delete("environments/sandbox.yaml")
                .file("scripts/a.rhai", "1")
                .file(
                        "environments/remote.yaml",
                        "url: " + sandbox.url() + "\ntenant: " + sandbox.tenant() + "\n" + server);
    }

    @Test
    void servesOtherRunsByTokenByLoginAndBySettings() throws Exception {
        try (Running sandbox = Running.start(MavenRun.in(folder), "-Didp-scripts.sandbox.ephemeral")) {
            assertEquals(
                    "[INFO] Connectors: none. Data: kept nowhere. Ctrl-C stops it.",
                    sandbox.out().readLine());
            sandbox.out().readLine();
            assertEquals(
                    "[INFO]   curl -H 'Authorization: Bearer " + sandbox.token() + "' -H 'X-Tenant-ID: "
                            + sandbox.tenant() + "' " + sandbox.url() + "/governance/scripts",
                    sandbox.out().readLine());
            assertEquals(200, asked(sandbox));
            remote(sandbox, "");
            MavenRun maven = MavenRun.in(folder);
            MavenRun.Result none = maven.run(MavenRun.PLUGIN + ":apply").failed();
            assertTrue(none.output().contains("there are no credentials for environment remote"), none.output());
            assertTrue(none.output().contains("Set IDP_SCRIPTS_TOKEN"), none.output());

            MavenRun.Result applied = maven.with("IDP_SCRIPTS_TOKEN", sandbox.token())
                    .run("-X", MavenRun.PLUGIN + ":apply")
                    .succeeded();
            assertFalse(applied.output().contains(sandbox.token()), "the token in -X output");
            assertEquals(List.of("Applied: create 1 script."), applied.lines("Applied: "));

            MavenRun.Result login = maven.with("IDP_SCRIPTS_USERNAME", "admin@example.com")
                    .with("IDP_SCRIPTS_PASSWORD", sandbox.token())
                    .run("-X", MavenRun.PLUGIN + ":plan", MavenRun.PLUGIN + ":plan")
                    .succeeded();
            assertEquals(2, login.lines("No changes.").size());
            assertEquals(1, login.lines("POST /auth/login").size(), "one login per build");
            assertFalse(login.output().contains(sandbox.token()), "the password in -X output");
            assertFalse(login.output().contains("eyJ"), "an access token in -X output");

            remote(sandbox, "server: idp-token\n");
            maven.settingsToken(sandbox.token()).run(MavenRun.PLUGIN + ":plan").succeeded();
            remote(sandbox, "server: idp-login\n");
            maven.settingsToken(sandbox.token()).run(MavenRun.PLUGIN + ":plan").succeeded();
        }
    }

    @Test
    void keepsItsStateAndIsNotShared() throws Exception {
        Repo.in(folder).file("scripts/a.rhai", "1");
        MavenRun maven = MavenRun.in(folder);
        maven.run(MavenRun.PLUGIN + ":apply").succeeded();
        try (Running sandbox = Running.start(maven, "-Didp-scripts.sandbox.token=chosen-by-me")) {
            assertEquals("chosen-by-me", sandbox.token());
            MavenRun.Result second = maven.run(MavenRun.PLUGIN + ":plan").failed();
            assertTrue(second.output().contains("-Didp-scripts.sandbox.directory="), second.output());

            remote(sandbox, "");
            assertEquals(
                    1,
                    maven.with("IDP_SCRIPTS_TOKEN", "chosen-by-me")
                            .run(MavenRun.PLUGIN + ":plan")
                            .succeeded()
                            .lines("No changes.")
                            .size());
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (Running first = Running.start(MavenRun.in(folder), "-Didp-scripts.sandbox.ephemeral")) {
            String port = Objects.requireNonNull(first.url()).replaceAll(".*:", "");
            MavenRun.Result second = MavenRun.in(folder)
                    .run(
                            MavenRun.PLUGIN + ":sandbox",
                            "-Didp-scripts.sandbox.ephemeral",
                            "-Didp-scripts.sandbox.port=" + port)
                    .failed();
            assertTrue(second.output().contains(port), second.output());
            assertTrue(second.output().contains("-Didp-scripts.sandbox.port="), second.output());
        }
    }
}
