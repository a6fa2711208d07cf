package dev.idpscripts.mojo;

import dev.idpscripts.command.DiffCommand;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.DiffSide;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.mojo.base.RepositoryGoal;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows how two bodies of a script differ, line by line: any two of the file, a version on the server, the version from a commit, and
 * what is live in another environment. Writes {@code diff.html}.
 *
 * <p>Example: {@code mvn idp-scripts:diff -Didp-scripts.script=login-name -Didp-scripts.left=2 -Didp-scripts.right=file}
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", requiresProject = false, aggregator = true, threadSafe = true)
public class DiffMojo extends RepositoryGoal {

    /**
     * Which script: its name on the server, or its name, slug or file in the repository, such as
     * {@code -Didp-scripts.script=login-name}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.script")
    private String script;

    /**
     * The old side: {@code current}, the live version on the server; {@code file}; a version's number; a commit; or
     * {@code environment:NAME}, what is live there, such as {@code -Didp-scripts.left=3}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.left", defaultValue = "current")
    private String left;

    /**
     * The new side, of the same kinds, such as {@code -Didp-scripts.right=environment:production}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.right", defaultValue = "file")
    private String right;

    /**
     * {@code unified}, or {@code sideBySide} for two columns, such as {@code -Didp-scripts.view=sideBySide}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.view", defaultValue = "unified")
    private String view;

    /**
     * Who compares: {@code here}; or {@code server}, to see the server's own comparison, which takes line by position, such as
     * {@code -Didp-scripts.compare=server}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.compare", defaultValue = "here")
    private String compare;

    /**
     * Takes the files as a commit has them instead of those that lie there: a hash, a tag, a branch, such as {@code -Didp-scripts.at=v1.4} or
     * {@code -Didp-scripts.at=HEAD~3}. The server's address, tenant and guards stay those of the environment as it is now.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.at")
    private String at;

    @Inject
    DiffMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    protected List<String> leaves() {
        return DiffCommand.FILES;
    }

    @Override
    protected Outcome run() {
        return new DiffCommand(
                        openAt("at", at),
                        new DiffCommand.Options(
                                script,
                                DiffSide.of("left", left),
                                DiffSide.of("right", right),
                                Choice.parse("view", view, DiffCommand.Layout.class),
                                Choice.parse("compare", compare, DiffCommand.Comparer.class)))
                .run();
    }
}
