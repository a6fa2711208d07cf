package dev.idpscripts.check;

import dev.idpscripts.engine.Compiled;
import dev.idpscripts.engine.Place;
import dev.idpscripts.engine.StandardFunctions;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.check.Finding.Level;
import dev.idpscripts.model.check.Rule;
import dev.idpscripts.model.declared.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What compiles and fails when it runs. */
final class Warnings {

    private final StandardFunctions standard;

    Warnings(StandardFunctions standard) {
        this.standard = standard;
    }

    List<Finding> of(Script script, Compiled.BodyFacts facts) {
        List<Finding> findings = new ArrayList<>();
        for (Compiled.Variable named : facts.unseen()) {
            String what = ScopeVariables.ALL.contains(named.name()) ? "" : " of the script";
            findings.add(at(
                    script,
                    named.place(),
                    Rule.FUNCTION_SCOPE,
                    "a function cannot see the variable " + named.name() + what
                            + ": it fails when this line runs; pass it as an argument"));
        }
        for (Compiled.Variable named : facts.assigned()) {
            if (ScopeVariables.CONSTANT.contains(named.name())) {
                findings.add(at(
                        script,
                        named.place(),
                        Rule.CONSTANT_ASSIGNMENT,
                        named.name()
                                + " is constant: an assignment fails when this line runs; use a variable of your own"));
            }
        }
        for (Compiled.FunctionCall call : facts.calls()) {
            unknown(script, facts, call)
                    .ifPresent(message -> findings.add(at(script, call.place(), Rule.UNKNOWN_FUNCTION, message)));
        }
        facts.lost().forEach(lost -> findings.add(EmbeddedRunner.lost(lost).toFinding(script)));
        return findings;
    }

    private Optional<String> unknown(Script script, Compiled.BodyFacts facts, Compiled.FunctionCall call) {
        SortedSet<Integer> counts = new TreeSet<>(standard.arguments().getOrDefault(call.name(), new TreeSet<>()));
        boolean any = standard.arguments().containsKey(call.name()) && counts.isEmpty();
        facts.functions().stream()
                .filter(function -> function.name().equals(call.name()))
                // A method call gives the receiver as this, not as an argument.
                .forEach(function -> counts.add(function.parameters() + (call.method() ? 1 : 0)));
        if (any || counts.contains(call.arguments()) || isProperty(script, call.name())) {
            return Optional.empty();
        }
        if (!counts.isEmpty()) {
            int receiver = call.method() ? 1 : 0;
            return Optional.of("the function " + call.name() + " takes "
                    + counts.stream()
                            .filter(n -> n >= receiver)
                            .map(n -> String.valueOf(n - receiver))
                            .collect(Collectors.joining(" or "))
                    + " arguments here, not " + (call.arguments() - receiver) + ": the call fails when this line runs");
        }
        TreeSet<String> known = new TreeSet<>(standard.arguments().keySet());
        facts.functions().forEach(function -> known.add(function.name()));
        String hint = Suggestion.didYouMean(call.name(), known);
        return Optional.of("there is no function " + call.name()
                + (hint.isEmpty() ? ": the call fails when this line runs" : hint));
    }

    /** A function may stand in a variable or in a map, and be called by that name. */
    private static boolean isProperty(Script script, String name) {
        String quoted = Pattern.quote(name);
        return Pattern.compile(
                        "\\b" + quoted + "\"?\\s*:|\\." + quoted + "\\s*=[^=]|\\b(let|const)\\s+" + quoted + "\\b")
                .matcher(script.body().text())
                .find();
    }

    private static Finding at(Script script, Place place, Rule rule, String message) {
        return new Finding(Level.WARNING, rule, script.at(place.line(), place.column()), message);
    }
}
