package dev.idpscripts.check;

import dev.idpscripts.engine.Engine;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.check.CaseResult;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Finding.Level;
import dev.idpscripts.model.check.Rule;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.declared.TestCase;
import java.util.List;
import java.util.stream.Stream;

/** Examines files without a server: bodies compile, placeholders have values everywhere, no test comes near the limits. */
public final class Validator {

    /** Of the limit of operations; above it a little more data may be too much. */
    private static final long NEAR_PERCENT = 80;

    private final Examiner examiner;

    public Validator(Engine engine, Environment environment) {
        this.examiner = Examiner.embedded(engine, environment);
    }

    /**
     * What is wrong, and what may go wrong.
     *
     * @param files as far as they can be read
     * @param others the repository's other environments
     */
    public List<Finding> validate(Declarations files, List<Environment> others) {
        return Stream.concat(
                        files.scripts().parallelStream().flatMap(script -> examine(script, others).findings().stream()),
                        files.templates().stream()
                                .flatMap(template -> HiddenText.in(Source.of(
                                        template.origin().file(),
                                        template.body().text()))))
                .sorted()
                .toList();
    }

    /** One script, with what its values and tests warn of. */
    Examined examine(Script script, List<Environment> others) {
        Examined examined = examiner.examine(script);
        List<Finding> findings = Stream.of(
                        examined.findings().stream(),
                        HiddenText.in(script.source()),
                        emptiness(script),
                        examined.tests().warnings().stream(),
                        placeholders(script.source(), others),
                        operations(examined.tests()))
                .flatMap(found -> found)
                .distinct()
                .sorted()
                .toList();
        return new Examined(findings, examined.tests());
    }

    /** Whoever saved too early, or emptied a file for lack of another way to switch a script off. */
    private static Stream<Finding> emptiness(Script script) {
        return script.body().text().isBlank()
                ? Stream.of(new Finding(
                        Finding.Level.WARNING,
                        Rule.EMPTY_SCRIPT,
                        script.origin(),
                        "the script is empty, so it does nothing wherever it is bound"))
                : Stream.empty();
    }

    /** Warns of values that another environment lacks. */
    private static Stream<Finding> placeholders(Source source, List<Environment> others) {
        return source.substitutions().stream()
                .filter(substitution -> substitution.name(source).isPresent())
                .flatMap(substitution -> others.stream()
                        .filter(other -> !other.values()
                                .containsKey(substitution.name(source).orElseThrow()))
                        .map(other -> new Finding(
                                Level.WARNING,
                                Rule.PLACEHOLDER_VALUE,
                                source.place(substitution.at()),
                                "@@" + substitution.name(source).orElseThrow() + "@@ has no value in "
                                        + other.origin().file() + ": a plan for " + other.name()
                                        + " will be refused; add it under \"values\" there")));
    }

    /** Warns of tests that come near the limit. */
    private static Stream<Finding> operations(ScriptResult result) {
        return result.cases().stream()
                .filter(test -> test.seen().failure().isEmpty())
                .filter(test -> operations(test) * 100 > TestCase.MAX_OPERATIONS * NEAR_PERCENT)
                .map(Validator::near);
    }

    private static long operations(CaseResult result) {
        return result.seen().operations().orElse(0);
    }

    private static Finding near(CaseResult result) {
        SourceLocation origin = result.test().origin();
        return new Finding(
                Level.WARNING,
                Rule.OPERATION_LIMIT,
                origin,
                "with this test's context the script takes " + operations(result)
                        + " operations; the server stops it after " + TestCase.MAX_OPERATIONS);
    }
}
