package dev.idpscripts.report.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.plan.PlanMetadata;
import dev.idpscripts.model.plan.Target;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a run belongs is said before anything else. */
class HeadingTest {

    private static final String COMMIT = "1f2e3d4c5b6a79880011223344556677889900aa";
    private static final UUID TENANT = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private static PlanMetadata made(String commit, String tree) {
        return new PlanMetadata(Instant.parse("2026-11-25T10:11:12Z"), commit, tree, "Fix mail", "1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        COMMIT + ", 0a1b, files at commit 1f2e3d4",
        COMMIT + ", '', files at commit 1f2e3d4 with uncommitted changes",
        Provenance.NO_COMMIT + ", '', files of no known Git commit",
    })
    void whereTheFilesComeFrom(String commit, String tree, String words) {
        Target staging = new Target("staging", "https://idp.example.com", TENANT);
        assertEquals(
                "Environment staging: https://idp.example.com, tenant " + TENANT + ", " + words,
                Heading.environment(staging, made(commit, tree)));
    }

    @Test
    void theEmbeddedServerHasNoAddressThatLasts() {
        assertEquals(
                "Environment dev: embedded server, tenant " + TENANT,
                Heading.environment(new Target("dev", Target.SANDBOX, TENANT)));
    }

    @Test
    void nothingReachesTheTerminal() {
        assertEquals(
                "Environment a<U+001B>[2J: https://x, tenant " + TENANT,
                Heading.environment(new Target("a\u001B[2J", "https://x", TENANT)));
    }

    @Test
    void whenAndByWhat() {
        assertEquals("Made on 2026-11-25 10:11 UTC by version 1.0.0 of the plugin", Heading.made(made(COMMIT, "")));
    }
}
