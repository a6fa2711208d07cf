package dev.idpscripts.workspace;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.declared.Expectation;
import dev.idpscripts.model.declared.TestCase;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import dev.idpscripts.workspace.yaml.Located;
import dev.idpscripts.workspace.yaml.Texts;
import dev.idpscripts.workspace.yaml.YamlDocument;
import dev.idpscripts.workspace.yaml.YamlJson;
import dev.idpscripts.workspace.yaml.YamlObject;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads {@code <slug>.tests.yaml}: what a script is to do. Placeholders stand in its texts as they do in bodies. */
public final class TestFiles {

    /** What a context may say (server.md 4.2); the server ignores every other key. */
    private static final Set<String> CONTEXT = Set.of(
            "attributes", "variables", "operation_type", "object_class", "target_uid", "connector_id", "user_id");

    private static final List<String> LEVELS = List.of("info", "warn", "debug");

    private final Placeholders placeholders;
    private final Problems problems;

    public TestFiles(Placeholders placeholders, Problems problems) {
        this.placeholders = placeholders;
        this.problems = problems;
    }

    List<TestCase> read(Optional<TextFile> file, Optional<TextFile> snapshots) {
        Optional<YamlObject> object = file.flatMap(f -> YamlDocument.read(f, problems));
        if (object.isEmpty()) {
            return List.of();
        }
        Optional<List<YamlValue>> list =
                object.get().require("tests", "the list of tests").flatMap(YamlValue::list);
        object.get().refuseOthers();
        Map<String, JsonValue> recorded = snapshots.map(this::recorded).orElse(Map.of());
        Map<String, TestCase> tests = new LinkedHashMap<>();
        list.orElse(List.of()).stream()
                .flatMap(value -> value.object().stream())
                .flatMap(value -> test(value, recorded).stream())
                .forEach(test -> add(test, tests));
        return List.copyOf(tests.values());
    }

    private Map<String, JsonValue> recorded(TextFile file) {
        Map<String, JsonValue> recorded = new LinkedHashMap<>();
        SnapshotFile.read(file, problems)
                .forEach((name, value) ->
                        recorded.put(ObjectName.normal(name), new JsonValue(Texts.map(value.value(), text -> filled(
                                        text, file.origin())
                                .orElse("")))));
        return recorded;
    }

    private void add(TestCase test, Map<String, TestCase> tests) {
        TestCase first = tests.putIfAbsent(ObjectName.normal(test.name()), test);
        if (first != null) {
            problems.add(
                    test.origin(),
                    "the test \"" + test.name() + "\" is there already, in line "
                            + first.origin().line() + "; give it a name of its own");
        }
    }

    private Optional<TestCase> test(YamlObject object, Map<String, JsonValue> recorded) {
        Optional<String> name = object.require("name", "what the test shows, in a few words")
                .flatMap(YamlValue::text)
                .flatMap(text -> ServerConstraints.nameAsWritten(text, problems));
        JsonValue context = object.get("context").flatMap(this::context).orElse(new JsonValue(Map.of()));
        Optional<Expectation> expect =
                object.get("expect").flatMap(YamlValue::object).map(this::expectation);
        object.refuseOthers();
        return name.map(n -> new TestCase(
                n,
                context,
                expect,
                Optional.ofNullable(expect.isPresent() ? null : recorded.get(ObjectName.normal(n))),
                object.origin()));
    }

    /**
     * A context outside a tests file.
     *
     * @param given YAML or JSON that begins with a brace, or else a file
     * @param root what a file's name is relative to
     */
    public Optional<JsonValue> context(String given, Path root) {
        Optional<YamlValue> value = given.stripLeading().startsWith("{")
                ? YamlDocument.parse("-Didp-scripts.context", given, problems)
                : YamlDocument.value(TextFile.of(root, given), problems);
        return value.flatMap(this::context);
    }

    private Optional<JsonValue> context(YamlValue value) {
        Optional<JsonValue> context = YamlJson.sent(true, texts(value))
                .read(value)
                .flatMap(json -> ServerConstraints.context(json, problems));
        context.filter(c -> c.value() instanceof Map<?, ?>)
                .flatMap(c -> value.object())
                .ifPresent(object -> object.entries().forEach((key, entry) -> contextKey(key, entry.origin())));
        return context;
    }

    /** The server takes any context and ignores what it does not know: a test must not pass only because of a typo. */
    private void contextKey(String key, SourceLocation origin) {
        String hint = Suggestion.didYouMean(key, CONTEXT);
        if (!CONTEXT.contains(key) && !hint.isEmpty()) {
            problems.add(origin, "the server knows no \"" + key + "\" in a context" + hint);
        }
    }

    private Expectation expectation(YamlObject object) {
        Optional<YamlValue> attributes = object.get("attributes");
        Optional<YamlValue> output = object.get("output");
        Optional<String> error = object.get("error").flatMap(this::text);
        Expectation expectation = new Expectation(
                attributes.flatMap(this::json),
                output.flatMap(value -> value.object().flatMap(o -> json(value))),
                object.get("exactly")
                        .flatMap(YamlValue::bool)
                        .map(Located::value)
                        .orElse(false),
                error,
                object.get("logs").flatMap(YamlValue::list).map(this::logs),
                object.get("maxOperations")
                        .flatMap(value -> value.integer(1, TestCase.MAX_OPERATIONS))
                        .map(max -> OptionalLong.of(max.value()))
                        .orElse(OptionalLong.empty()),
                object.origin());
        object.refuseOthers();
        if (expectation.exactly()
                && attributes.isEmpty()
                && output.isEmpty()
                && expectation.logs().isEmpty()) {
            problems.add(
                    object.origin(),
                    "\"exactly\" says nothing without attributes, output or logs; add what it is to be");
        }
        if (error.isPresent()) {
            Stream.of(attributes, output)
                    .flatMap(Optional::stream)
                    .forEach(value -> problems.add(
                            value.origin(),
                            "a script that fails leaves no " + value.label() + "; expect either them or an error"));
        }
        return expectation;
    }

    private List<Expectation.Log> logs(List<YamlValue> lines) {
        return lines.stream().flatMap(line -> log(line).stream()).toList();
    }

    /** Either part of the text, or the level and part of the text. */
    private Optional<Expectation.Log> log(YamlValue line) {
        if (!(line.node() instanceof MappingNode)) {
            return text(line).map(part -> new Expectation.Log(Optional.empty(), part));
        }
        Optional<YamlObject> object = line.object();
        List<String> given = object.map(
                        o -> LEVELS.stream().filter(o.entries()::containsKey).toList())
                .orElse(List.of());
        if (object.isPresent() && (given.size() != 1 || object.get().entries().size() != 1)) {
            return line.wrong("must be part of a line, or one of info, warn and debug with part of a line", "");
        }
        return object.flatMap(o -> text(o.entries().get(given.get(0)).value()))
                .map(part -> new Expectation.Log(Optional.of(given.get(0)), part));
    }

    private Optional<String> text(YamlValue value) {
        return value.text().flatMap(text -> filled(text.value(), text.origin()));
    }

    private Optional<JsonValue> json(YamlValue value) {
        return YamlJson.compared(texts(value)).read(value).map(json -> new JsonValue(json.value()));
    }

    private YamlJson.TextCheck texts(YamlValue value) {
        return (text, node) -> filled(text, YamlDocument.origin(value.file(), node));
    }

    private Optional<String> filled(String text, SourceLocation origin) {
        return placeholders.fill(text, at -> origin, problems).map(Placeholders.Filled::text);
    }
}
