package dev.idpscripts.plan;

import static dev.idpscripts.model.ScriptStatus.ACTIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.FileState;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.TemplateCategory;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlanOptions;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.model.pull.PulledFile;
import dev.idpscripts.plan.pull.Puller;
import dev.idpscripts.testing.FakeServer;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.pull.PulledFiles;
import dev.idpscripts.workspace.select.ScriptFilter;
import dev.idpscripts.workspace.select.SingleScript;
import dev.idpscripts.workspace.select.StoredScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two names that no reader can tell from each other are one name, however they were typed; what the server has stays as it is. */
class UnicodeFormsTest {

    private static final String COMPOSED = "Pr\u00FCfung";
    private static final String APART = "Pru\u0308fung";
    private static final Hook HOOK = new Hook(HookPhase.BEFORE, Operation.CREATE);

    @TempDir
    Path folder;

    private Repo repo;

    @BeforeEach
    void emptyRepository() {
        repo = Repo.in(folder).folder("templates").folder("bindings");
    }

    /** The form of file names, of references in files, of names on the server. */
    static Stream<Arguments> forms() {
        List<String> forms = List.of(COMPOSED, APART);
        return forms.stream().flatMap(file -> forms.stream()
                .flatMap(named -> forms.stream().map(stored -> Arguments.of(file, named, stored))));
    }

    private Environment environment() {
        return new Environments(folder).choose("sandbox");
    }

    private Declarations read() {
        return new Workspace(folder).read(environment());
    }

    private static PlanOptions options() {
        return new PlanOptions(
                new Target("test", "https://idp.example.com", FakeServer.TENANT), FakeServer.REPOSITORY, true);
    }

    private void everything(String file, String named) {
        repo.file("scripts/" + file + ".rhai", "1")
                .file("scripts/" + named + ".yaml", "description: text\n")
                .file("scripts/" + named + ".tests.yaml", "tests: [{name: one}]\n")
                .file("templates/" + file + ".rhai", "1")
                .file("templates/" + named + ".yaml", "category: custom\n")
                .file(
                        "bindings/x.yaml",
                        "connector: HR " + named + "\nhooks:\n  before create:\n    - script: " + named + "\n");
    }

    private static FakeServer server(String stored) {
        return new FakeServer()
                .connector("HR " + stored)
                .script(stored, "text", ACTIVE, "1", FakeServer.REPOSITORY)
                .template(stored, null, TemplateCategory.CUSTOM, "1", null)
                .bind("HR " + stored, HOOK, 10, stored);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingIsPlannedForAForm(String file, String named, String stored) {
        everything(file, named);
        Plan plan = Planner.plan(read(), server(stored).inventory(), options());
        assertEquals(List.of(), plan.problems());
        assertEquals(List.of(), plan.changes());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aPullFindsTheFiles(String file, String named, String stored) {
        everything(file, named);
        FakeServer server = server(stored);
        Declarations files = read();
        Plan plan = Planner.plan(files, server.inventory(), options());
        List<PulledFile> pulled = PulledFiles.list(
                Puller.pull(files, server.inventory(), plan, options()), SourceTree.of(folder), environment());
        assertEquals(5, pulled.size(), pulled.toString());
        assertTrue(pulled.stream().allMatch(each -> each.state() == FileState.UNCHANGED), pulled.toString());
    }

    @Test
    void whatTheServerLacksIsMadeInTheUsualForm() {
        everything(APART, APART);
        FakeServer server = new FakeServer().connector("HR " + COMPOSED);
        Plan plan = Planner.plan(read(), server.inventory(), options());
        assertEquals(List.of(), plan.problems());
        server.apply(plan);
        assertEquals(
                List.of(COMPOSED),
                server.inventory().scripts().stream().map(s -> s.name()).toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aRenameFindsTheOldName(String file, String named, String stored) {
        repo.file("scripts/new.rhai", "1").file("scripts/new.yaml", "renamedFrom: " + named + "\n");
        FakeServer server = new FakeServer().script(stored, ACTIVE, "1");
        Plan plan = Planner.plan(read(), server.inventory(), options());
        assertEquals(
                List.of("rename script new"),
                plan.changes().stream().map(c -> c.kind() + " " + c.subject()).toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatMustGoIsFound(String file, String named, String stored) {
        repo.file("scripts/" + file + ".yaml", "removed: true\n")
                .file("templates/x.yaml", "removed: true\nname: " + named + "\n")
                .file(
                        "bindings/x.yaml",
                        "connector: HR " + named + "\nhooks:\n  before create:\n    - {script: " + named
                                + ", removed: true}\n");
        Plan plan = Planner.plan(read(), server(stored).inventory(), options());
        assertEquals(
                List.of("unbind", "delete", "delete"),
                plan.changes().stream().map(c -> c.kind().toString()).toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anEnvironmentCallsAConnectorOtherwise(String file, String named, String stored) {
        repo.file("environments/sandbox.yaml", "url: sandbox\nconnectors: {" + file + ": " + named + " EU}\n")
                .file("scripts/a.rhai", "1")
                .file("bindings/x.yaml", "connector: " + stored + "\nhooks: {before create: [{script: a}]}\n");
        FakeServer server = new FakeServer()
                .connector(stored + " EU")
                .script("a", ACTIVE, "1")
                .bind(stored + " EU", HOOK, 10, "a");
        assertEquals(
                List.of(), Planner.plan(read(), server.inventory(), options()).changes());
    }

    @Test
    void whatTheServerHasInBothFormsIsTwoScripts() {
        repo.file("scripts/" + COMPOSED + ".rhai", "1");
        FakeServer server = new FakeServer()
                .script(COMPOSED, null, ACTIVE, "1", "another:repository")
                .script(APART, null, ACTIVE, "2", "another:repository");
        Plan plan = Planner.plan(read(), server.inventory(), options());
        assertEquals(List.of(), plan.changes());
        assertEquals(1, plan.unmanaged().size());
    }

    @Test
    void namesThatAreTheSameAreTakenTwice() {
        repo.file("scripts/" + COMPOSED + ".rhai", "1")
                .file("scripts/" + APART + ".rhai", "1")
                .file("scripts/b.rhai", "1")
                .file("scripts/b.yaml", "name: \"" + APART + "\"\n");
        InvalidFiles e = assertThrows(InvalidFiles.class, this::read);
        assertEquals(
                List.of(
                        "scripts/" + COMPOSED
                                + ".rhai:1:1: there are two files of this name, which differ in nothing but"
                                + " their Unicode form; keep one",
                        "scripts/b.yaml:1:1: the name \"" + COMPOSED + "\" is taken already (scripts/" + APART
                                + ".rhai:1:1); names are unique on the server: change one of them"),
                e.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void optionsNameScriptsInAnyForm() {
        repo.file("scripts/n/" + APART + ".rhai", "1")
                .file("scripts/n/" + APART + ".tests.yaml", "tests: [{name: " + APART + ", context: {a: 1}}]\n")
                .file("environments/" + APART + ".yaml", "url: sandbox\n")
                .file("drafts/" + APART + ".rhai", "1");
        List<Script> scripts = read().scripts();
        SingleScript single = new SingleScript(folder, environment());
        for (String form : List.of(COMPOSED, APART)) {
            for (String word : List.of(form, "n/" + form, "scripts/n/" + form + ".rhai", form.substring(0, 4) + "*")) {
                assertEquals(scripts, new ScriptFilter(word).of(scripts), word);
                assertEquals(scripts.get(0), single.find(word), word);
                assertEquals(
                        1,
                        new StoredScripts(scripts, server(COMPOSED).inventory().scripts())
                                .of(word)
                                .size(),
                        word);
            }
            assertEquals("1", single.find("drafts/" + form + ".rhai").body().text());
            assertEquals(scripts.get(0), single.named(form));
            assertEquals(
                    1,
                    new StoredScripts(List.of(), server(APART).inventory().scripts())
                            .of(form)
                            .size());
            assertEquals(COMPOSED, new Environments(folder).choose(form).name());
            assertEquals(scripts.get(0).tests().get(0).context(), single.context(scripts.get(0), null, form));
        }
    }
}
