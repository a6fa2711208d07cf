package dev.idpscripts.report;

import dev.idpscripts.model.plan.Attribution;
import dev.idpscripts.model.plan.Attribution.Edit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says who made a difference. The server tells people's ids, not their names. */
final class Who {

    private static final int MOST = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Who() {}

    /** What was done on the server and by whom, newest first, and what else is known; may be empty. */
    static List<String> lines(Attribution attribution) {
        List<String> out = new ArrayList<>();
        attribution.edits().stream().limit(MOST).map(Who::sentence).forEach(out::add);
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
                        + (base.commit().equals("none") ? "" : " from commit " + shortened(base.commit()))));
        return out.stream().map(Text::clean).toList();
    }

    /** Such as {@code user 3f… pushed version 3 on 2026-03-01 10:11 UTC: "quick fix"}. */
    static String sentence(Edit edit) {
        String person = edit.by().map(id -> "user " + id).orElse("somebody");
        String when = edit.at().map(at -> " on " + time(at)).orElse("");
        return person + " " + edit.what() + when + (edit.comment().isBlank() ? "" : ": \"" + edit.comment() + "\"");
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static String shortened(String commit) {
        return commit.substring(0, Math.min(commit.length(), "1234567".length()));
    }
}
