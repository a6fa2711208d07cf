package dev.idpscripts.plan.pull;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.FileState;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.pull.PulledFile;
import dev.idpscripts.plan.Planner;
import dev.idpscripts.testing.Desired;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Holding;
import dev.idpscripts.testing.Pulled;
import dev.idpscripts.testing.RandomFiles;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.RepoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What holds for everything that can be on a server. */
@Tag("proof")
class PullLawsTest {

    private static final Hook HOOK = new Hook(HookPhase.AFTER, Operation.DELETE);

    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "../",
            "/etc/passwd",
            "C:\\",
            "con",
            "NUL",
            "aux.rhai",
            "é",
            "日本",
            "😀",
            " ",
            ".",
            "~",
            "null",
            "1",
            "- ",
            ": ",
            "#",
            "'",
            "\"",
            "\n",
            "\u0007",
            "@@",
            "<<",
            "=",
            "ß",
            "x".repeat(90),
            "\u202e",
            "true",
            "*",
            "%00",
            "\u0085");

    private static final List<String> LINES = List.of(
            "let a = \"example.com\";",
            "myexample.com",
            "@example.com@",
            "x@@example.com@@y",
            "@@",
            "@@@",
            "@",
            "long.example.com",
            "12345",
            "123456",
            "7",
            "",
            "@@@@",
            "é12345é",
            "<<<<<<<",
            "\t");

    private static Repo empty() throws IOException {
        return new Repo(Files.createTempDirectory(Path.of("target"), "pull")).file("environments/sandbox.yaml", """
                        url: sandbox
                        connectors: {Directory: LDAP, HR: other}
                        values: {domain: example.com, long: long.example.com, number: 12345, at: "@example.com", short: "7"}
                        """);
    }

    private static void planIsEmpty(Path folder, FakeServer server) {
        Plan plan = Planner.plan(Pulled.read(folder), server.inventory(), Pulled.OPTIONS);
        assertEquals(List.of(), plan.problems());
        assertEquals(List.of(), plan.changes());
        assertEquals(List.of(), plan.unmanaged());
    }

    @Property(tries = 80)
    void afterAPullIntoAnEmptyFolderThereIsNothingToDo(@ForAll long seed) throws IOException {
        Declarations files = new RandomFiles(seed).some(new Desired().declare());
        FakeServer server = new FakeServer().connector("LDAP").connector("HR").connector("other");
        server.apply(Planner.plan(files, server.inventory(), Pulled.OPTIONS));
        Repo repo = new Repo(Files.createTempDirectory(Path.of("target"), "pull"))
                .file("environments/sandbox.yaml", "url: sandbox\nconnectors: {Directory: LDAP}\n");

        List<PulledFile> first = Pulled.from(server.inventory(), repo.root());
        assertTrue(first.stream().allMatch(file -> file.state() == FileState.CREATED), first.toString());
        planIsEmpty(repo.root(), server);
        Declarations read = Pulled.read(repo.root());
        assertEquals(Holding.wanted(read), Holding.held(server.inventory(), read));
        List<PulledFile> second = Pulled.from(server.inventory(), repo.root());
        assertTrue(second.stream().allMatch(file -> file.state() == FileState.UNCHANGED), second.toString());
    }

    @Property(tries = 80)
    void whateverNamesAndBodiesAreThereTheyComeBack(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Desired wanted = new Desired();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            String name = some(PIECES, random, "", 1 + random.nextInt(3));
            if (!name.isBlank() && names.add(name)) {
                wanted.script(
                        name, null, some(PIECES, random, "", random.nextInt(3)), ScriptStatus.ACTIVE, body(random));
                wanted.bind(random.nextBoolean() ? "LDAP" : "a/../con", HOOK, i * 7, name);
                wanted.template(
                        name, null, "d", TemplateCategory.CUSTOM, body(random), Map.of(name, List.of(name, 1.5)));
            }
        }
        FakeServer server = new FakeServer().connector("LDAP").connector("a/../con");
        server.apply(Planner.plan(wanted.declare(), server.inventory(), Pulled.OPTIONS));
        Path folder = empty().root();
        List<PulledFile> pulled = Pulled.from(server.inventory(), folder);

        planIsEmpty(folder, server);
        Set<String> lower = pulled.stream().map(file -> file.file()).collect(Collectors.toSet());
        assertEquals(pulled.size(), lower.size());
        assertTrue(
                lower.stream().allMatch(f -> f.matches("(scripts|templates|bindings)/[a-z0-9-]{1,80}\\.(rhai|yaml)")));
        assertTrue(lower.stream().noneMatch(f -> f.matches(".*/(con|nul|aux|prn)\\..*")), lower.toString());
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(pulled.size() + 1, all.filter(Files::isRegularFile).count());
        }
    }

    /** Of two repositories on one server the one that did nothing has what the other did after a pull. */
    @Property(tries = 80)
    void aPullIntoAnyFilesLosesNothingOfThem(@ForAll long seed) throws IOException {
        RandomFiles random = new RandomFiles(seed);
        Declarations a = random.some(new Desired().declare());
        Declarations b = random.some(a);
        FakeServer server = new FakeServer().connector("LDAP").connector("HR");
        server.apply(Planner.plan(a, server.inventory(), Pulled.OPTIONS));
        Path folder = Files.createTempDirectory(Path.of("target"), "pull");
        RepoWriter.write(folder, b);
        Declarations before = Pulled.read(folder);
        Pulled.from(server.inventory(), folder);
        Declarations after = Pulled.read(folder);
        Set<String> known = after.scripts().stream().map(s -> s.name()).collect(Collectors.toSet());
        before.scripts().forEach(script -> assertTrue(known.contains(script.name()), script.name()));
        Pulled.from(server.inventory(), folder);
        assertEquals(Holding.wanted(after), Holding.wanted(Pulled.read(folder)));
    }

    private static String body(Random random) {
        return some(LINES, random, "\n", random.nextInt(6)) + (random.nextBoolean() ? "\n" : "");
    }

    private static String some(List<String> from, Random random, String between, int n) {
        return random.ints(n, 0, from.size()).mapToObj(from::get).collect(Collectors.joining(between));
    }
}
