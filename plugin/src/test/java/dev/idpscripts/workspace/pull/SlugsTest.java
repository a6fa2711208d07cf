package dev.idpscripts.workspace.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.declared.Tombstones;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names and values on the server become names and placeholders in files. */
class SlugsTest {

    private static String slug(String name) {
        return new Slugs().of(name, "script");
    }

    @Test
    void areSafeOnEverySystem() {
        assertEquals("normalize-e-mail", slug("Normalize e-mail"));
        assertEquals("muller-strasse", slug("Müller Straße"));
        assertEquals("etc-passwd", slug("../../etc/passwd"));
        assertEquals("c-windows", slug("C:\\Windows"));
        assertEquals("con-script", slug("CON"));
        assertEquals("nul-script", slug(" nul. "));
        assertEquals("aux-rhai", slug("aux.rhai"));
        assertEquals("script", slug("日本"));
        assertEquals("script", slug(".."));
        assertEquals("x".repeat(60), slug("x".repeat(255)));
    }

    @Test
    void differAlsoWhereCaseDoesNotCount() {
        Slugs slugs = new Slugs();
        slugs.take("Login");
        assertEquals("login-2", slugs.of("login", "script"));
        assertEquals("login-3", slugs.of("LOGIN", "script"));
    }

    private static String emptied(String line) {
        return new Emptied(new Environment(
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
                .line(line);
    }

    @Test
    void valuesBecomePlaceholders() {
        assertEquals("x@@@domain@@", emptied("x@example.com"));
        assertEquals("@@mail@@ @@domain@@", emptied("mail.example.com example.com"));
        assertEquals("@@a@@", emptied("same"));
        assertEquals("@@domain@@@@@@", emptied("example.com@@"));
    }

    @Test
    void whatMayBeAnythingStays() {
        assertEquals("myexample.com sameness 123", emptied("myexample.com sameness 123"));
        assertEquals("@@@@ @", emptied("@@ @"));
    }
}
