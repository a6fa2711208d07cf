package dev.idpscripts.mojo;

import dev.idpscripts.command.ComparedBodies;
import dev.idpscripts.command.ComparedBody;
import dev.idpscripts.command.Connection;
import dev.idpscripts.command.option.Choice;
import dev.idpscripts.command.option.DiffSide;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.report.html.BodyDiff;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.ComparisonText;
import dev.idpscripts.workspace.Environments;
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
public class DiffMojo extends ServerGoal {

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

    @Inject
    DiffMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    @Override
    Outcome work(Environment chosen) {
        boolean columns = Choice.of("view", view, "unified", "sideBySide").equals("sideBySide");
        boolean byServer = Choice.of("compare", compare, "here", "server").equals("server");
        DiffSide from = DiffSide.of("left", left);
        DiffSide to = DiffSide.of("right", right);
        if (byServer) {
            return compareThere(chosen, from, to);
        }
        ComparedBody old = read(from, chosen);
        ComparedBody now = read(to, chosen);
        BodyDiff diff = new BodyDiff(old.label(), old.body(), now.label(), now.body());
        print(
                columns
                        ? diff.sideBySide(terminal().style(), terminal().width())
                        : diff.unified(terminal().style()));
        say(diff.summary());
        notes().detail(diff.detail());
        outputs().write("diff.html", diff.html("Difference of " + script.strip()));
        return diff.isEmpty() ? Outcome.NO_CHANGES : Outcome.CHANGES;
    }

    private ComparedBody read(DiffSide side, Environment chosen) {
        if (side instanceof DiffSide.InFile) {
            return bodies().read(chosen);
        }
        Environment where = side instanceof DiffSide.Elsewhere other
                ? new Environments(directory()).choose(other.environment())
                : chosen;
        try (Connection open = connect(where)) {
            return bodies().read(side, where, open.server());
        }
    }

    private ComparedBodies bodies() {
        return new ComparedBodies(directory(), script);
    }

    private Outcome compareThere(Environment chosen, DiffSide from, DiffSide to) {
        if (!isThere(from) || !isThere(to)) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "the server compares only versions that it has, not " + left + " with " + right,
                    "Give versions or commits as -Didp-scripts.left and -Didp-scripts.right, or leave out"
                            + " -Didp-scripts.compare.");
        }
        try (Connection open = connect(chosen)) {
            ComparedBody.Stored old =
                    bodies().read(from, chosen, open.server()).stored().orElseThrow();
            ComparedBody.Stored now =
                    bodies().read(to, chosen, open.server()).stored().orElseThrow();
            StoredScript of = old.script();
            var comparison = open.server().versions().compare(of.id(), of.name(), old.version(), now.version());
            notes().detail(ResultDetail.difference(comparison));
            print(new ComparisonText(terminal().style()).render(comparison));
            return comparison.diffLines().stream()
                            .allMatch(line -> line.changeType().equals("unchanged"))
                    ? Outcome.NO_CHANGES
                    : Outcome.CHANGES;
        }
    }

    private static boolean isThere(DiffSide side) {
        return side instanceof DiffSide.Current || side instanceof DiffSide.Older;
    }
}
