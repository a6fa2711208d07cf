package dev.idpscripts.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.declared.Tombstones;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceholderRestorerTest {

    private static String restored(String line) {
        return PlaceholderRestorer.ofLines(new Environment(
                        "e",
                        Optional.empty(),
                        Environment.SYSTEM_TENANT,
                        Optional.empty(),
                        Map.of(),
                        Map.of(
                                "domain",
                                "example.com",
                                "mail",
                                "mail.example.com",
                                "b",
                                "same",
                                "a",
                                "same",
                                "n",
                                "123"),
                        Guards.NONE,
                        List.of(),
                        List.of(),
                        Tombstones.NONE,
                        SourceLocation.of("environments/e.yaml")))
                .text(line);
    }

    @Test
    void valuesBecomePlaceholders() {
        assertEquals("x@@@domain@@", restored("x@example.com"));
        assertEquals("@@mail@@ @@domain@@", restored("mail.example.com example.com"));
        assertEquals("@@a@@", restored("same"));
        assertEquals("@@domain@@@@@@", restored("example.com@@"));
    }

    @Test
    void whatMayBeAnythingStays() {
        assertEquals("myexample.com sameness 123", restored("myexample.com sameness 123"));
        assertEquals("@@@@ @", restored("@@ @"));
    }
}
