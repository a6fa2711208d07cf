package dev.idpscripts.apply.write;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Provenance;

/**
 * What is written beside every version that this run pushes, so that a later plan knows where it came from.
 *
 * @param subject what people read
 * @param repository this repository's id
 * @param commit the commit, or {@link Provenance#NO_COMMIT}
 */
public record PushLabel(String subject, String repository, String commit) {

    public String of(Body body) {
        return Provenance.of(subject, repository, commit, body).format();
    }
}
