package dev.idpscripts.mojo.maven;

import dev.idpscripts.model.Provenance;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The id by which a repository knows again what it pushed. It must be the same in every clone, so it comes from the POM,
 * which is in the repository itself; a Git remote's address or the first commit differ between clones or are missing in a
 * shallow one.
 */
public final class RepositoryId {

    private RepositoryId() {}

    public static String resolve(String given, MavenSession session, Path directory) {
        String id = given != null && !given.isBlank() ? given.strip() : usual(session.getCurrentProject(), directory);
        if (Provenance.isRepositoryId(id)) {
            return id;
        }
        throw new UserError(
                ErrorCode.PARAMETER_INVALID,
                "\"" + id + "\" cannot be the repository's id: letters, digits and . _ : / - are possible, 100 at most",
                "Give one: -Didp-scripts.repository=ID, or <idp-scripts.repository> in the POM's properties.");
    }

    private static String usual(MavenProject project, Path directory) {
        boolean hasPom = project != null && project.getFile() != null;
        return hasPom
                ? project.getGroupId() + ":" + project.getArtifactId()
                : Optional.ofNullable(directory.getFileName())
                        .map(Path::toString)
                        .orElse("");
    }
}
