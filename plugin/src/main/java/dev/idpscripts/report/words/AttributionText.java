package dev.idpscripts.report.words;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Edit;
import dev.idpscripts.report.style.Text;
import java.util.ArrayList;
import java.util.List;

/** Says who made a difference. The server tells people's ids, not their names. */
public final class AttributionText {

    private static final int MOST = 3;

    private AttributionText() {}

    /** What was done on the server and by whom, newest first, and what else is known; may be empty. */
    public static List<String> lines(Attribution attribution) {
        List<String> out = new ArrayList<>();
        attribution.edits().stream().limit(MOST).map(Edit::toString).forEach(out::add);
        int more = attribution.edits().size() - MOST;
        if (more > 0) {
            out.add("and " + more + " more since");
        }
        boolean unknown = attribution.cause() == Attribution.Cause.UNKNOWN;
        if (unknown) {
            out.add("who changed it is unknown" + (attribution.remark().isEmpty() ? "" : ": " + attribution.remark()));
        } else if (!attribution.remark().isEmpty()) {
            out.add(attribution.remark());
        }
        attribution
                .base()
                .filter(base -> attribution.cause().overwrites())
                .ifPresent(base -> out.add("this repository last pushed version " + base.version()
                        + (base.commit().equals("none") ? "" : " from commit " + Provenance.shown(base.commit()))));
        return out.stream().map(Text::clean).toList();
    }
}
