package dev.idpscripts.model.stored;

import java.util.List;

/** The server's own comparison of two versions: line by position, not a real difference (server.md 3.2). */
public record Comparison(int versionA, int versionB, List<Line> diffLines) {

    /**
     * One row.
     *
     * @param lineNumber the row's number, not a line of either version
     * @param changeType {@code added}, {@code removed} or {@code unchanged}
     */
    public record Line(int lineNumber, String changeType, String content) {}
}
