package dev.idpscripts.view;

import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.view.Abbreviated;
import dev.idpscripts.model.view.CommitsApart;
import dev.idpscripts.model.view.CommitsApart.NamedCommit;
import dev.idpscripts.model.view.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which commit environments are at, and how far they are from one another. */
public final class EnvironmentsView {

    private static final List<String> COLUMNS = List.of(
            "environment",
            "commit",
            "subject",
            "when",
            "by",
            "changes since",
            "compared with",
            "behind",
            "ahead",
            "lacks",
            "has besides");

    private EnvironmentsView() {}

    /** In the order in which they were asked for; what it comes to is said below it. */
    public static Table table(List<EnvironmentCommit> environments) {
        return new Table(
                        Phrase.count(environments.size(), "environment"),
                        COLUMNS,
                        environments.stream().map(EnvironmentsView::row).toList(),
                        environments.stream().map(EnvironmentCommit::sentence).toList())
                .showing("environment", "commit", "when", "by", "changes since", "behind", "ahead");
    }

    private static List<Object> row(EnvironmentCommit each) {
        return Table.row(
                each.environment(),
                commit(each.commit()),
                each.named().map(NamedCommit::subject).orElse(null),
                CellText.moment(each.at()),
                CellText.somebody(each.by()),
                each.later(),
                each.other().isEmpty() ? null : each.other(),
                cell(each.apart(), apart -> apart.behind().size()),
                cell(each.apart(), apart -> apart.ahead().size()),
                cell(each.apart(), apart -> list(apart.behind())),
                cell(each.apart(), apart -> list(apart.ahead())));
    }

    private static Object cell(Optional<CommitsApart> apart, Function<CommitsApart, Object> value) {
        return apart.map(value).orElse(null);
    }

    /** A commit as a cell; null for none. */
    static Abbreviated commit(String hash) {
        return hash.isEmpty() || hash.equals(Provenance.NO_COMMIT)
                ? null
                : new Abbreviated(hash, Provenance.shown(hash));
    }

    private static List<Map<String, String>> list(List<NamedCommit> commits) {
        return commits.stream().map(EnvironmentsView::fields).toList();
    }

    private static Map<String, String> fields(NamedCommit commit) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("commit", commit.hash());
        fields.put("subject", commit.subject());
        return fields;
    }
}
