package dev.idpscripts.mojo.base;

import dev.idpscripts.mojo.maven.RepositoryId;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that know again on a server what this repository pushed. */
public abstract class RepositoryGoal extends EnvironmentGoal {

    /**
     * This repository's id, by which it knows again what it pushed, such as
     * {@code -Didp-scripts.repository=acme-identity}. Letters, digits and {@code . _ : / -}. Default: group and artifact id of
     * the POM, or without a POM the folder's name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.repository")
    private String repository;

    protected RepositoryGoal(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    final String repositoryId() {
        return RepositoryId.resolve(repository, mavenSession(), directory());
    }

    /**
     * Where writes are noted.
     *
     * @param given null for the one in {@code .idp-scripts/local}
     */
    protected final Path journal(File given) {
        return given == null ? local().journal(outputs()) : given.toPath();
    }
}
