package dev.idpscripts.view;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.view.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was applied to an environment when, from which commit, by whom. */
public final class ReleasesView {

    private static final List<String> COLUMNS =
            List.of("when", "until", "what", "commit", "subject", "by", "changes", "counts", "scripts");

    /** So many scripts a cell names. */
    private static final int NAMED = 5;

    /** What the server's actions are called. */
    private static final Map<String, String> ACTIONS = Map.of(
            "created", "created",
            "version_created", "new body",
            "updated", "renamed or described",
            "activated", "switched on",
            "deactivated", "switched off",
            "bound", "bound",
            "unbound", "unbound",
            "deleted", "deleted",
            "rollback", "gone back");

    private ReleasesView() {}

    /**
     * The releases to one environment, newest first.
     *
     * @param now the commit that it is at
     * @param whole whether the audit trail was read as far as was asked for
     */
    public static Table table(EnvironmentCommit now, List<Release> releases, NameLookup names, boolean whole) {
        List<String> notes = new ArrayList<>();
        if (releases.stream().anyMatch(release -> release.named().isEmpty())) {
            notes.add("The server keeps a commit only beside a body: an apply that pushed none has no commit here.");
        }
        if (!whole) {
            notes.add("The audit trail is longer than was read, so older releases are missing.");
        }
        notes.add(now.sentence());
        return new Table(
                        Phrase.count(releases.size(), "release") + " to " + now.environment() + ", newest first",
                        COLUMNS,
                        releases.stream().map(release -> row(release, names)).toList(),
                        notes)
                .showing("when", "what", "commit", "subject", "by", "changes");
    }

    private static List<Object> row(Release release, NameLookup names) {
        List<String> scripts =
                release.scripts().stream().map(names::script).sorted().toList();
        return Table.row(
                CellText.moment(release.at()),
                release.until().toString(),
                release.kind().toString(),
                EnvironmentsView.commit(release.named()),
                subject(release, scripts),
                CellText.somebody(release.by()),
                release.changes(),
                release.counts(),
                scripts);
    }

    /** What people said about it; of what nobody labelled, what it did. */
    private static String subject(Release release, List<String> scripts) {
        String did = did(release) + (scripts.isEmpty() ? "" : ": " + Phrase.some(scripts, NAMED));
        return release.mark()
                .match(
                        applied -> orElse(applied.subject(), did),
                        back -> (back.note().who().isEmpty() ? "" : back.note().who() + ": ")
                                + orElse(back.note().why(), did),
                        () -> did);
    }

    private static String orElse(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }

    /** Such as {@code 2 bound, 1 switched off}. */
    private static String did(Release release) {
        return release.counts().entrySet().stream()
                .map(each -> each.getValue() + " " + ACTIONS.getOrDefault(each.getKey(), each.getKey()))
                .collect(Collectors.joining(", "));
    }
}
