package dev.idpscripts.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.testing.Repo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one look after the other tells. */
class FileLooksTest {

    @TempDir
    Path folder;

    @Test
    void onlyWhatChangedIsToldAndOnlyOnce() {
        Repo repo = Repo.in(folder)
                .file("scripts/mail.rhai", "attributes.mail = \"a\";\n")
                .file("scripts/other.rhai", "let x = 1;\n");
        try (RhaiEngine engine = new RhaiEngine()) {
            FileLooks looks = new FileLooks(folder, null, engine, Optional.empty());
            TreeSet<String> changed = new TreeSet<>(List.of("scripts/mail.rhai"));
            assertTrue(looks.look(new TreeSet<>()).isPresent());
            assertTrue(looks.look(changed).isEmpty(), "a save that changes nothing");
            repo.file("scripts/mail.rhai", "attributes.mail = \"a\"; nothing();\n");
            assertEquals(1, looks.look(changed).orElseThrow().findings().size(), "a warning");
            repo.file("scripts/other.rhai", "let x = 2;\n");
            assertEquals(List.of(), looks.look(changed).orElseThrow().findings(), "was told before");
        }
    }
}
