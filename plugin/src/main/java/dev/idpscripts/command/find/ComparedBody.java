package dev.idpscripts.command.find;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.model.stored.StoredVersion;
import java.util.Optional;

/**
 * A body that is compared.
 *
 * @param label what it is
 * @param stored the script and its version on the server; empty for a file
 */
public record ComparedBody(String label, Body body, Optional<Stored> stored) {

    /** Where a body is on the server. */
    public record Stored(StoredScript script, int version) {}

    static ComparedBody of(Script script) {
        return new ComparedBody("file " + script.source().file(), script.body(), Optional.empty());
    }

    /**
     * A version.
     *
     * @param environment where
     */
    static ComparedBody of(String environment, StoredScript script, StoredVersion version) {
        boolean current = version.versionNumber() == script.currentVersion();
        return new ComparedBody(
                script.name() + " version " + version.versionNumber() + (current ? " (current)" : "") + " on "
                        + environment,
                new Body(version.scriptBody()),
                Optional.of(new Stored(script, version.versionNumber())));
    }
}
