package dev.idpscripts.view;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import dev.idpscripts.model.view.Table;
import java.util.ArrayList;
import java.util.List;

/** The history of one script: who pushed what from which commit. */
public final class VersionsView {

    private static final List<String> COLUMNS =
            List.of("version", "state", "when", "commit", "bytes", "description", "by");

    private VersionsView() {}

    /**
     * The table, newest first.
     *
     * @param history all versions, newest first
     */
    public static Table table(StoredScript script, List<StoredVersion> history) {
        List<List<Object>> rows =
                history.stream().map(version -> row(script, version)).toList();
        return new Table(
                "Versions of script " + script.name() + ", which is " + script.status(),
                COLUMNS,
                rows,
                notes(script, history));
    }

    private static List<Object> row(StoredScript script, StoredVersion version) {
        return Table.row(
                version.versionNumber(),
                state(script, version),
                CellText.moment(version.createdAt()),
                CellText.commit(version),
                new Body(version.scriptBody()).bytes(),
                CellText.subject(version),
                CellText.somebody(version.createdBy()));
    }

    private static String state(StoredScript script, StoredVersion version) {
        if (version.versionNumber() == script.currentVersion()) {
            return "current";
        }
        return version.versionNumber() > script.currentVersion() ? "stuck" : null;
    }

    private static List<String> notes(StoredScript script, List<StoredVersion> history) {
        List<String> notes = new ArrayList<>();
        if (history.stream().anyMatch(version -> version.versionNumber() > script.currentVersion())) {
            notes.add("The script is wedged: version " + history.get(0).versionNumber()
                    + " was stored but never became current, and the server takes no further version."
                    + " To recreate it: " + GoalCommand.of("apply").with("recreateWedged"));
        }
        if (history.stream().noneMatch(version -> version.versionNumber() == script.currentVersion())) {
            notes.add("The server has no body for the current version " + script.currentVersion() + ".");
        }
        return notes;
    }
}
