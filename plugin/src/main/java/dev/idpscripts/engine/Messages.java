package dev.idpscripts.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Requests to the module and its answers as JSON; their shapes are in {@code src/main/rust/src/request.rs} and {@code reply.rs}. */
final class Messages {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final ObjectReader REPLY = MAPPER.readerFor(Reply.class);

    private Messages() {}

    static byte[] validate(String script) {
        return write(Map.of("do", "validate", "script", script));
    }

    static byte[] job(String what, Job job, boolean trace) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("do", what);
        request.put("script", job.script());
        request.put("tenant", job.tenant().toString());
        request.put("connector", job.connector().toString());
        request.put("user", job.user().toString());
        request.put("context", job.context());
        request.put("trace", trace);
        return write(request);
    }

    static Reply read(byte[] reply) {
        try {
            Reply read = REPLY.readValue(reply);
            if (read.refused != null) {
                throw new IllegalArgumentException("the engine does not understand the request: " + read.refused);
            }
            return read;
        } catch (IOException e) {
            throw new IllegalStateException("the engine's answer is not what it should be", e);
        }
    }

    private static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a context is made of maps, lists and plain values", e);
        }
    }

    record Reply(
            Failure failure,
            Facts facts,
            Outcome result,
            List<Run.LogLine> log,
            List<String> printed,
            long operations,
            Lines lines,
            String refused) {

        Optional<ScriptFailure> scriptFailure() {
            return Optional.ofNullable(failure).map(Failure::toFailure);
        }

        Compiled toCompiled() {
            return new Compiled(scriptFailure(), Optional.ofNullable(facts).map(Facts::toFacts));
        }

        Run toRun() {
            return new Run(
                    scriptFailure(),
                    Optional.ofNullable(result).map(r -> new Run.Result(r.attributes, r.output)),
                    orNone(log),
                    orNone(printed),
                    operations,
                    Optional.ofNullable(lines).map(l -> new Run.Lines(new TreeSet<>(l.all), new TreeSet<>(l.reached))));
        }
    }

    record Failure(boolean running, String text, String message, int line, int column, List<Frame> calls) {

        ScriptFailure toFailure() {
            ScriptFailure.Kind kind = running ? ScriptFailure.Kind.RUNTIME : ScriptFailure.Kind.COMPILATION;
            List<ScriptFailure.Frame> frames = orNone(calls).stream()
                    .map(c -> new ScriptFailure.Frame(c.function, new Place(c.line, c.column)))
                    .toList();
            return new ScriptFailure(kind, text, message, new Place(line, column), frames);
        }
    }

    record Frame(String function, int line, int column) {}

    record Outcome(
            @JsonProperty("modified_attributes") Object attributes,
            @JsonProperty("output_variables") Map<String, Object> output) {}

    record Lines(List<Integer> all, List<Integer> reached) {}

    record Facts(List<Compiled.Function> functions, List<Call> calls, List<Name> unseen, List<Name> assigned) {

        Compiled.Facts toFacts() {
            return new Compiled.Facts(
                    functions,
                    calls.stream()
                            .map(c -> new Compiled.Call(c.name, c.arguments, c.method, new Place(c.line, c.column)))
                            .toList(),
                    unseen.stream().map(Name::toNamed).toList(),
                    assigned.stream().map(Name::toNamed).toList());
        }
    }

    record Call(String name, int arguments, boolean method, int line, int column) {}

    record Name(String name, int line, int column) {

        Compiled.Named toNamed() {
            return new Compiled.Named(name, new Place(line, column));
        }
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
