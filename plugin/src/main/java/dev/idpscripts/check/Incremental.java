package dev.idpscripts.check;

import dev.idpscripts.engine.Engine;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Examines scripts again and again, and each only when it changed. Not for several threads at once. */
public final class Incremental {

    private final Engine engine;
    private Map<Script, Examined> known = Map.of();
    private List<Environment> environments = List.of();
    private int examined;

    public Incremental(Engine engine) {
        this.engine = engine;
    }

    /**
     * What is known about each script.
     *
     * @param others the repository's other environments
     */
    public List<Examined> check(List<Script> scripts, Environment chosen, List<Environment> others) {
        List<Environment> now =
                Stream.concat(Stream.of(chosen), others.stream()).toList();
        Validator validator = new Validator(engine, chosen);
        Map<Script, Examined> before = now.equals(environments) ? known : Map.of();
        Map<Script, Examined> after = new ConcurrentHashMap<>();
        List<Examined> all = scripts.parallelStream()
                .map(script -> after.computeIfAbsent(
                        script, s -> before.containsKey(s) ? before.get(s) : validator.examine(s, others)))
                .toList();
        examined = (int)
                scripts.stream().filter(script -> !before.containsKey(script)).count();
        environments = now;
        known = after;
        return all;
    }

    /** How many scripts had to be examined the last time. */
    public int examined() {
        return examined;
    }
}
