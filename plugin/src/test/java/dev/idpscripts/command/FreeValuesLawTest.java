package dev.idpscripts.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.check.EmbeddedRunner;
import dev.idpscripts.check.ServerRunner;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.yaml.YamlDocument;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Whatever may stand in a file the server can hold: it is applied, plans to nothing afterwards, and runs the same here and there. */
@Tag("proof")
class FreeValuesLawTest {

    private static final int VALUES = 400;
    private static final List<String> PIECES = List.of(
            "-",
            "+",
            "0",
            "1",
            "9",
            "12345678",
            "0000",
            ".",
            "e",
            "E",
            "_",
            "x",
            "NaN",
            "~",
            "null",
            "no",
            "true",
            ":",
            "=",
            "é",
            "😀",
            "\\ud83d",
            "\\0",
            "\\u2028",
            "\\x07",
            "\"",
            "'",
            "308",
            "324",
            "22",
            "17976931348623157");

    @Property(tries = 5)
    void whatIsReadIsKept(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String> accepted = Stream.generate(() -> candidate(random))
                .limit(VALUES)
                .filter(FreeValuesLawTest::isAccepted)
                .toList();
        assertTrue(accepted.size() > VALUES / 10, accepted::toString);
        String list = accepted.stream().map(value -> "  - " + value + "\n").collect(Collectors.joining());
        Path folder = Files.createTempDirectory(Path.of("target"), "laws");
        Repo.in(folder)
                .file("scripts/s.rhai", "output.n = attributes.len();")
                .file("scripts/s.tests.yaml", "tests:\n- name: t\n  context:\n    attributes:\n" + list.indent(4))
                .file("templates/t.rhai", "1")
                .file("templates/t.yaml", "annotations:\n" + list);
        Declarations files = new Workspace(folder).read(new Environments(folder).choose(null));
        try (Sandbox sandbox = Sandbox.start(
                        new SandboxOptions(0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of()));
                RhaiEngine engine = new RhaiEngine()) {
            Client client = new Client(sandbox, false);
            assertTrue(client.apply(client.plan(files)).isComplete());
            assertEquals(List.of(), client.plan(files).changes(), list);
            JsonValue context = files.scripts().get(0).tests().get(0).context();
            Body body = files.scripts().get(0).body();
            RunOutcome here = new EmbeddedRunner(engine, Environment.SYSTEM_TENANT, false).run(body, context);
            RunOutcome there = new ServerRunner(client.server().testing()).run(body, context);
            assertEquals(Optional.of(new JsonValue(Map.of("n", accepted.size()))), here.output(), list);
            assertEquals(here.output(), there.output());
            assertTrue(
                    here.attributes().orElseThrow().isKeptAs(there.attributes().orElseThrow()),
                    () -> differing(here, there));
        }
    }

    private static String differing(RunOutcome here, RunOutcome there) {
        List<?> a = (List<?>) here.attributes().orElseThrow().value();
        List<?> b = (List<?>) there.attributes().orElseThrow().value();
        return java.util.stream.IntStream.range(0, a.size())
                .filter(i -> !new JsonValue(a.get(i)).isKeptAs(new JsonValue(b.get(i))))
                .mapToObj(i -> a.get(i) + " here, " + b.get(i) + " there")
                .collect(Collectors.joining("\n"));
    }

    private static boolean isAccepted(String value) {
        Problems problems = new Problems();
        return YamlDocument.parse("", value, problems).flatMap(YamlValue::json).isPresent()
                && problems.sorted().isEmpty();
    }

    private static String candidate(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "" + Double.longBitsToDouble(random.nextLong());
            case 1 -> "" + random.nextDouble();
            case 2 -> random.nextLong() + (random.nextBoolean() ? "" : "." + random.nextLong(Long.MAX_VALUE));
            case 3 -> Long.toUnsignedString(random.nextLong());
            case 4 -> "\"" + pieces(random).replace("\"", "\\\"") + "\"";
            default -> pieces(random);
        };
    }

    private static String pieces(Random random) {
        return random.ints(1 + random.nextInt(4), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }
}
