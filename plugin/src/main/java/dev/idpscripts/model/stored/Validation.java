package dev.idpscripts.model.stored;

import java.util.List;

/** The server's verdict on a body; it knows no variables, so it refuses nearly every real script (server.md 4.4). */
public record Validation(boolean valid, List<CompileError> errors) {

    /**
     * What is wrong.
     *
     * @param line null if unknown
     * @param column null if unknown
     */
    public record CompileError(Integer line, Integer column, String message) {}
}
