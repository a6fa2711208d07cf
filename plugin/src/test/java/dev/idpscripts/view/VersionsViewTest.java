package dev.idpscripts.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.model.view.Table;
import dev.idpscripts.report.json.TableJson;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.TableText;
import dev.idpscripts.testing.Golden;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a reader sees of a script's history. */
class VersionsViewTest {

    private static final UUID ID = UUID.fromString("a0000000-0000-4000-8000-000000000001");
    private static final String COMMIT = "1f2e3d4c5b6a79880123456789abcdef01234567";

    private static StoredScript script(int current) {
        return new StoredScript(
                ID, ID, "Login name", null, current, ScriptStatus.ACTIVE, false, ID, Instant.EPOCH, Instant.EPOCH);
    }

    private static StoredVersion version(int number, String body, String description) {
        Instant when = Instant.parse("2026-03-01T10:11:12.345678Z").plusSeconds(number);
        return new StoredVersion(ID, ID, number, body, description, ID, when);
    }

    private static List<StoredVersion> history() {
        String pushed = Provenance.of("Reserve noreply", "acme", COMMIT, new Body("let a = 2;\n"))
                .format();
        return List.of(
                version(4, "let a = 2;\n", "Rolled back by jo to version 2 (commit 1f2e3d4): logins fail"),
                // A trailer that was copied beside another body.
                version(3, "let a = 3;\n", pushed),
                version(2, "let a = 2;\n", pushed),
                version(1, "// New script", null));
    }

    @Test
    void theNewestComesFirstAndTheCurrentIsMarked() {
        Table table = VersionsView.table(script(4), history());
        Golden.check("versions.txt", String.join("\n", new TableText(new Style(false), 80).render(table)) + "\n");
        Golden.check("versions.json", TableJson.render(List.of(table)));
    }

    @Test
    void aWedgedScriptIsExplained() {
        Table table = VersionsView.table(script(3), history());
        assertEquals("stuck", table.rows().get(0).get(1));
        assertEquals("current", table.rows().get(1).get(1));
        assertTrue(
                table.notes().get(0).contains("-Didp-scripts.recreateWedged"),
                table.notes().toString());
    }

    @Test
    void aCurrentVersionWithoutARowIsSaid() {
        Table table = VersionsView.table(script(1), List.of());
        assertEquals(List.of("The server has no body for the current version 1."), table.notes());
    }
}
