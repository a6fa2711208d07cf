package dev.idpscripts.check;

import dev.idpscripts.engine.Engine;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.ScriptResult;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Examines scripts again and again, and each only when it changed. Not for several threads at once. */
public final class Incremental {

    /**
     * What is known about a script.
     *
     * @param findings of its body
     * @param tests how they ended; none ran if it does not compile
     */
    public record Verdict(List<Finding> findings, ScriptResult tests) {}

    private final Engine engine;
    private Map<Script, Verdict> known = Map.of();
    private List<Environment> environments = List.of();
    private int examined;

    public Incremental(Engine engine) {
        this.engine = engine;
    }

    /**
     * The verdict on each script.
     *
     * @param others the repository's other environments
     */
    public List<Verdict> check(List<Script> scripts, Environment chosen, List<Environment> others) {
        List<Environment> now =
                Stream.concat(Stream.of(chosen), others.stream()).toList();
        Map<Script, Verdict> before = now.equals(environments) ? known : Map.of();
        Map<Script, Verdict> after = new ConcurrentHashMap<>();
        List<Verdict> verdicts = scripts.parallelStream()
                .map(script -> after.computeIfAbsent(
                        script, s -> before.containsKey(s) ? before.get(s) : examine(s, chosen, others)))
                .toList();
        examined = (int)
                scripts.stream().filter(script -> !before.containsKey(script)).count();
        environments = now;
        known = after;
        return verdicts;
    }

    /** How many scripts had to be examined the last time. */
    public int examined() {
        return examined;
    }

    private Verdict examine(Script script, Environment chosen, List<Environment> others) {
        List<Finding> compiled = new Compilation(engine, chosen.tenant()).check(script);
        boolean compiles = compiled.stream().noneMatch(Finding::isError);
        ScriptResult result =
                new ScriptTests(new EmbeddedRunner(engine, chosen.tenant(), false)).run(script, test -> compiles);
        List<Finding> findings = Stream.of(
                        compiled.stream(),
                        Validator.placeholders(List.of(script), others),
                        Validator.operations(result))
                .flatMap(found -> found)
                .sorted()
                .toList();
        return new Verdict(findings, result);
    }
}
