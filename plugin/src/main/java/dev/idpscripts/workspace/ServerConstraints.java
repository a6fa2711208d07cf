package dev.idpscripts.workspace;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Characters;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import dev.idpscripts.workspace.yaml.Located;
import java.util.Optional;

/**
 * What the server would answer only with a bare "Database error", or not at all (server.md 2.3 and 9.3): checked here, so
 * that nothing is sent that it cannot store.
 */
public final class ServerConstraints {

    private ServerConstraints() {}

    /** A name of a script, template or connector; adds a problem if it cannot be one. */
    public static Optional<String> name(Located<String> name, Problems problems) {
        String text = name.value();
        int length = Characters.count(text);
        if (length > ObjectName.LONGEST) {
            problems.add(
                    name.origin(),
                    "the name has " + length + " characters; the server stores at most " + ObjectName.LONGEST
                            + ": shorten it");
            return Optional.empty();
        }
        if (text.isBlank()) {
            problems.add(name.origin(), "the name is empty; give it at least one character");
            return Optional.empty();
        }
        return storable(name, problems);
    }

    /** Text that PostgreSQL and JSON can carry. */
    static Optional<String> storable(Located<String> text, Problems problems) {
        if (text.value().indexOf('\0') >= 0) {
            problems.add(text.origin(), "contains the character U+0000, which the server cannot store; remove it");
            return Optional.empty();
        }
        if (text.value().codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            problems.add(
                    text.origin(), "contains half a character (a lone surrogate), which the server refuses; remove it");
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    /** A body that the server can store. */
    public static Optional<Body> body(Body body, TextFile file, Problems problems) {
        int nul = body.text().indexOf('\0');
        if (nul >= 0) {
            problems.add(
                    file.positionAfter(body.text().substring(0, nul)),
                    "contains the character U+0000, which the server cannot store; remove it");
            return Optional.empty();
        }
        if (body.bytes() > Body.MAX_BYTES) {
            SourceLocation origin = file.origin();
            problems.add(
                    origin,
                    "the body has " + body.bytes() + " bytes of UTF-8; the server stores at most " + Body.MAX_BYTES
                            + ": shorten it, or split it into two scripts");
            return Optional.empty();
        }
        return Optional.of(body);
    }
}
