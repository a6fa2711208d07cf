package dev.idpscripts.mojo;

import dev.idpscripts.apply.JournalRun;
import dev.idpscripts.apply.JournalRun.Write;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run did beside giving scripts another body: a roll-back of the run leaves it as it is.
 *
 * @param run what the journal tells
 */
record StaysBehind(JournalRun run) {

    private static final int MOST = 10;

    /** Clauses for the reader of the plan; none if the run did nothing else. */
    List<String> remarks() {
        List<String> others = run.writes().stream()
                .filter(write -> !write.replacesBody())
                .map(StaysBehind::words)
                .distinct()
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        String more = others.size() > MOST ? " and " + (others.size() - MOST) + " more" : "";
        return List.of("that run also did this, which stays, for only bodies go back: "
                + others.stream().limit(MOST).collect(Collectors.joining(", ")) + more);
    }

    private static String words(Write write) {
        return write.change() + " " + write.object();
    }
}
