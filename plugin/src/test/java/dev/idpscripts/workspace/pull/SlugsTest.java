package dev.idpscripts.workspace.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Names on the server become names of files. */
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
}
