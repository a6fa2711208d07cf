package dev.idpscripts.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The module's answer; its shape is in {@code src/main/rust/src/reply.rs}. */
record Reply(ModuleAnswer answer) {

    /** Why the module does not understand the request; never, unless it and this package have parted. */
    Optional<String> refused() {
        return Optional.ofNullable(answer.text("refused"));
    }

    Optional<ScriptFailure> failure() {
        return answer.object("failure").map(Reply::failure);
    }

    Extracted extracted() {
        ModuleAnswer extracted = answer.object("extracted").orElseThrow();
        return new Extracted(extracted.number("status"), extracted.text("text"));
    }

    Compiled toCompiled() {
        return new Compiled(failure(), answer.object("facts").map(Reply::facts));
    }

    Run toRun() {
        return new Run(
                failure(),
                answer.object("result").map(Reply::result),
                answer.objects("log", line -> new Run.LogLine(line.text("level"), line.text("text"))),
                answer.list("printed").stream().map(String.class::cast).toList(),
                answer.count("operations"),
                answer.objects("lost", Reply::lost),
                answer.object("lines").map(lines -> new Run.Lines(lines(lines, "all"), lines(lines, "reached"))));
    }

    private static ScriptFailure failure(ModuleAnswer failure) {
        List<ScriptFailure.Frame> calls =
                failure.objects("calls", call -> new ScriptFailure.Frame(call.text("function"), place(call)));
        Place own = place(failure);
        return new ScriptFailure(
                failure.flag("running") ? ScriptFailure.FailureKind.RUNTIME : ScriptFailure.FailureKind.COMPILATION,
                failure.text("text"),
                failure.text("message"),
                // Some errors, such as of locks, have none of their own.
                own.known() || calls.isEmpty() ? own : calls.get(0).place(),
                calls);
    }

    private static Compiled.BodyFacts facts(ModuleAnswer facts) {
        return new Compiled.BodyFacts(
                facts.objects("functions", f -> new Compiled.Function(f.text("name"), f.number("parameters"))),
                facts.objects(
                        "calls",
                        c -> new Compiled.FunctionCall(
                                c.text("name"), c.number("arguments"), c.flag("method"), place(c))),
                named(facts, "unseen"),
                named(facts, "assigned"),
                facts.objects("lost", Reply::lost));
    }

    private static Lost lost(ModuleAnswer lost) {
        return new Lost(lost.text("name"), lost.text("kind"), place(lost));
    }

    private static List<Compiled.Variable> named(ModuleAnswer facts, String which) {
        return facts.objects(which, variable -> new Compiled.Variable(variable.text("name"), place(variable)));
    }

    private static Run.Returned result(ModuleAnswer result) {
        Map<String, Object> output = new LinkedHashMap<>();
        result.object("output_variables")
                .ifPresent(all -> all.fields().forEach((name, value) -> output.put((String) name, value)));
        return new Run.Returned(result.value("modified_attributes"), output);
    }

    private static SortedSet<Integer> lines(ModuleAnswer lines, String which) {
        SortedSet<Integer> numbers = new TreeSet<>();
        lines.list(which).forEach(line -> numbers.add(((Number) line).intValue()));
        return numbers;
    }

    private static Place place(ModuleAnswer at) {
        return new Place(at.number("line"), at.number("column"));
    }
}
