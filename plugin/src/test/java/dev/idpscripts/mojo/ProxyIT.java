package dev.idpscripts.mojo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A server that is reached only through the proxy of settings.xml, which wants to know who we are. */
class ProxyIT {

    @RegisterExtension
    static final WireMockExtension PROXY = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    Path folder;

    @Test
    void requestsGoThroughTheProxy() throws Exception {
        String known = Base64.getEncoder().encodeToString("ada:s3cret-proxy".getBytes(StandardCharsets.UTF_8));
        PROXY.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(407)));
        PROXY.stubFor(any(anyUrl())
                .withHeader("Proxy-Authorization", equalTo("Basic " + known))
                .willReturn(aResponse().withStatus(401).withBody("answered through the proxy")));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Repo.in(folder)
                .file("scripts/a.rhai", "1")
                .file(
                        "environments/sandbox.yaml",
                        "url: http://127.0.0.1:" + port + "\ntenant: 00000000-0000-0000-0000-000000000001\n");
        MavenRun.Result run = MavenRun.in(folder)
                .with("IDP_SCRIPTS_TOKEN", "t0ken-t0ken")
                .proxy(PROXY.getPort())
                .run("-X", MavenRun.PLUGIN + ":plan")
                .failed();

        assertTrue(run.output().contains("list connectors failed: 401 answered through the proxy"), run.output());
        assertEquals(1, PROXY.getAllServeEvents().size());
        assertFalse(run.output().contains("t0ken-t0ken"), "the token in -X output");
        assertFalse(run.output().contains(known), "the proxy's password in -X output");
    }
}
