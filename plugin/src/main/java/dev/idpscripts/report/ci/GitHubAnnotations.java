package dev.idpscripts.report.ci;

import dev.idpscripts.model.HiddenCharacters;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.check.BodyCheck;
import dev.idpscripts.model.check.FailedTest;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.report.json.RunResult;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.DifferenceTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is wrong in the files, as GitHub Actions shows it beside their lines: workflow commands such as
 * {@code ::error file=scripts/a.rhai,line=3,col=5,title=idp-scripts::…}, each on a line of its own.
 */
public final class GitHubAnnotations {

    /** GitHub shows ten errors and ten warnings of a step, and drops the rest. */
    private static final int MOST = 10;

    private final UnaryOperator<String> paths;
    private final Set<String> errors = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    private GitHubAnnotations(UnaryOperator<String> paths) {
        this.paths = paths;
    }

    /**
     * The commands; none if nothing is wrong.
     *
     * @param paths what GitHub calls the repository's files: it knows paths from the Git root only
     */
    public static List<String> lines(RunResult result, UnaryOperator<String> paths) {
        GitHubAnnotations annotations = new GitHubAnnotations(paths);
        result.error()
                .filter(InvalidFiles.class::isInstance)
                .map(InvalidFiles.class::cast)
                .ifPresent(invalid -> invalid.problems().forEach(problem -> annotations.finding(Finding.of(problem))));
        result.findings().forEach(annotations::finding);
        result.plan().ifPresent(plan -> plan.checks().forEach(annotations::check));
        List<String> lines = new ArrayList<>();
        annotations.errors.stream().limit(MOST).forEach(lines::add);
        annotations.warnings.stream().limit(MOST).forEach(lines::add);
        return lines;
    }

    private void check(BodyCheck check) {
        check.findings().forEach(this::finding);
        for (FailedTest failed : check.failures()) {
            List<String> message = new ArrayList<>();
            message.add("test \"" + failed.name() + "\" of script " + check.script() + " fails");
            message.addAll(DifferenceTree.expected(failed.differences(), Style.PLAIN));
            errors.add(command("error", failed.origin(), String.join("\n", message)));
        }
    }

    private void finding(Finding finding) {
        String level = finding.isError() ? "error" : "warning";
        (finding.isError() ? errors : warnings).add(command(level, finding.origin(), finding.message()));
    }

    private String command(String level, SourceLocation at, String message) {
        return "::" + level + " file=" + property(paths.apply(at.file())) + ",line=" + at.line() + ",col=" + at.column()
                + ",title=idp-scripts::" + data(message);
    }

    /** What GitHub decodes in a message (actions/toolkit, command.ts). */
    private static String data(String text) {
        return HiddenCharacters.show(
                text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
