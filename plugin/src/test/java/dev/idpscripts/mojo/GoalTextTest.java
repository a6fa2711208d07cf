package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.mojo.base.AbstractGoal;
import dev.idpscripts.server.InsightApi.LogFilter;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Golden;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.ResultSchema;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goals that do something print on a terminal of 80 columns, with what Maven puts before each line. */
@MojoTest(realRepositorySession = true)
class GoalTextTest extends PrintedGoalFixture {

    private static final LogFilter ANY = new LogFilter(null, null, null, null, null, null, null);

    @BeforeEach
    void files() {
        use(Repo.in(folder)
                .file("scripts/naming/login-name.rhai", """
                        let surname = attributes.sn ?? "";
                        if surname == "" {
                            throw "a login needs a surname, and this person has none";
                        }
                        attributes.uid = surname.to_lower();
                        output.mail = attributes.uid + "@" + "@@mail-domain@@";
                        log_info("made from the surname " + surname);
                        """)
                .file("scripts/naming/login-name.yaml", "name: Login name\n")
                .file("scripts/naming/login-name.tests.yaml", """
                        tests:
                          - name: takes the surname in lower case
                            context: {attributes: {sn: Nowak}}
                            expect: {attributes: {uid: nowak}}
                          - name: what comes of a person with a name of two words
                            context: {attributes: {sn: Meyer Müller}}
                        """)
                .file("scripts/pager.rhai", "attributes.pager = 1;\n")
                .file(
                        "bindings/ldap.yaml",
                        "connector: Corporate LDAP\nhooks:\n  before create: [{script: Login name}]\n")
                .file("templates/start.rhai", "attributes.{{attribute}} = \"{{value}}\";\n")
                .file("templates/start.yaml", "name: A value to start with\n"));
    }

    /** Runs a goal and compares what it prints. */
    private void ends(AbstractGoal goal, String name, Outcome outcome) throws Exception {
        prepare(goal);
        goal.execute();
        compare(name, outcome);
    }

    /** The same for a run that fails; what Maven says of it is not looked at. */
    private void breaks(AbstractGoal goal, String name, Outcome outcome) throws Exception {
        prepare(goal);
        assertThrows(MojoFailureException.class, goal::execute);
        compare(name, outcome);
    }

    private void prepare(AbstractGoal goal) {
        goal.columns(80);
        printed.clear();
    }

    private void compare(String name, Outcome outcome) throws Exception {
        assertEquals(outcome.name(), result().path("outcome").asText());
        ResultSchema.checked(repo.read("target/idp-scripts/result.json"));
        Golden.check(name + "-80.txt", steady(String.join("\n", sorted(printed)) + "\n"));
    }

    /** Changes of one kind go on at once, and end in any order. */
    private static List<String> sorted(List<String> lines) {
        List<String> out = new ArrayList<>(lines);
        for (int from = 0, to = 0; from < out.size(); from = to) {
            String kind = kind(out.get(from));
            for (to = from + 1;
                    to < out.size() && !kind.isEmpty() && kind(out.get(to)).equals(kind); ) {
                to++;
            }
            Collections.sort(out.subList(from, to));
        }
        return out;
    }

    private static String kind(String line) {
        Matcher applied =
                Pattern.compile("\\[INFO] applied  ([a-z]+ [a-z]+) .*").matcher(line);
        return applied.matches() ? applied.group(1) : "";
    }

    /** What differs from run to run, in as many columns; where the folder's name is long, lines are folded beside it. */
    private String steady(String text) {
        // These runs are told where everything is, and commands repeat that.
        return text.replaceAll(" -Didp-scripts\\.(directory|outputDirectory|repository)=\\S+", "")
                .replaceAll("\\s+(\\[INFO] +)?" + Pattern.quote(folder.toString()), " /home/jo/identity")
                .replace("=" + folder, "=/home/jo/identity")
                .replaceAll("identity;\\s+(\\[INFO] +)?", "identity; ")
                .replaceAll("[0-9]+ ms\\.", "51 ms.")
                .replaceAll("[0-9]{8}-[0-9]{6}-[0-9]{3}", "20260301-123400-000")
                .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}(?= [0-9:]{5} UTC|, log)", "2026-03-01")
                .replaceAll("[0-9]{2}:[0-9]{2} UTC", "12:34 UTC")
                .replaceAll("log [0-9a-f]{8}", "log 5a0c1b2d")
                .replaceAll("Hash: [0-9a-f]{64}", "Hash: " + "5a0c1b2d".repeat(8))
                .replaceAll("Took [0-9.]+ ms", "Took 1.0 ms");
    }

    private void apply(ApplyMojo apply) throws Exception {
        ends(apply, "apply", Outcome.APPLIED);
    }

    private static StoredScript loginName(Server server) {
        return server.scripts().byName("Login name").orElseThrow();
    }

    @Test
    void examining(
            @InjectMojo(goal = "validate") ValidateMojo validate, @InjectMojo(goal = "validate") ValidateMojo again)
            throws Exception {
        repo.file(
                "scripts/late.rhai",
                "fn mail() { attributes.mail }\nlet a = mail();\nsend_to_everybody_who_waits(a);\n");
        ends(validate, "validate", Outcome.NO_CHANGES);
        repo.file("scripts/wrong.rhai", "let surname = attributes.sn;\nattributes.uid = surnme;\n")
                .file("bindings/hr.yaml", "connector: HR feed\nhooks:\n  before creat: [{script: Nobody}]\n");
        breaks(again, "validate-errors", Outcome.INVALID);
    }

    @Test
    void testing(@InjectMojo(goal = "test") TestMojo first, @InjectMojo(goal = "test") TestMojo then) throws Exception {
        ends(first, "test", Outcome.NO_CHANGES);
        String body = "scripts/naming/login-name.rhai";
        repo.file(body, repo.read(body).replace(".to_lower()", ".to_upper()"));
        breaks(then, "test-failing", Outcome.TESTS_FAILED);
    }

    @Test
    void tryingOnce(@InjectMojo(goal = "dry-run") DryRunMojo good, @InjectMojo(goal = "dry-run") DryRunMojo bad)
            throws Exception {
        give(good, "script", "login-name");
        give(good, "context", "{attributes: {sn: Nowak}}");
        ends(good, "dry-run", Outcome.NO_CHANGES);
        give(bad, "script", "login-name");
        breaks(bad, "dry-run-failing", Outcome.TESTS_FAILED);
    }

    @Test
    void goingBack(
            @InjectMojo(goal = "apply") ApplyMojo first,
            @InjectMojo(goal = "apply") ApplyMojo second,
            @InjectMojo(goal = "rollback") RollbackMojo everything,
            @InjectMojo(goal = "rollback") RollbackMojo step)
            throws Exception {
        first.execute();
        String body = "scripts/naming/login-name.rhai";
        repo.file(body, repo.read(body) + "log_info(\"twice\");\n")
                .file("scripts/pager.yaml", "status: inactive\ndescription: The number that rings at night\n")
                .file("scripts/badge-number.rhai", "attributes.badge = 1;\n")
                .file(
                        "bindings/ldap.yaml",
                        "connector: Corporate LDAP\nhooks:\n  before create: [{script: badge-number}, {script: Login name}]\n");
        second.execute();
        give(everything, "toApply", "last");
        give(everything, "dryRun", true);
        ends(everything, "rollback-apply", Outcome.CHANGES);
        give(step, "script", "login-name");
        give(step, "reason", "logins fail since the last merge, INC-77");
        ends(step, "rollback", Outcome.APPLIED);
    }

    @Test
    void beginning(
            @InjectMojo(goal = "new") NewMojo fresh,
            @InjectMojo(goal = "watch") WatchMojo watch,
            @InjectMojo(goal = "init") InitMojo init)
            throws Exception {
        give(fresh, "template", "start");
        give(fresh, "name", "Contract end");
        give(fresh, "values", "{attribute: contractEnd, value: none}");
        ends(fresh, "new", Outcome.APPLIED);
        repo.file("scripts/wrong.rhai", "attributes.uid = a_name_that_is_longer_than_most_of_them;\n");
        watch.endAfter(1);
        ends(watch, "watch", Outcome.INVALID);
        Path begun = Files.createDirectory(folder.resolve("begun"));
        give(init, "directory", begun.toFile());
        ends(init, "init", Outcome.APPLIED);
    }

    @Test
    void carryingOut(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "show") ShowMojo show,
            @InjectMojo(goal = "apply") ApplyMojo again,
            @InjectMojo(goal = "deactivate") DeactivateMojo off,
            @InjectMojo(goal = "deactivate") DeactivateMojo already,
            @InjectMojo(goal = "activate") ActivateMojo on)
            throws Exception {
        apply(apply);
        ends(show, "show", Outcome.CHANGES);
        give(again, "plan", folder.resolve("target/idp-scripts/plan.json").toFile());
        ends(again, "apply-saved", Outcome.NO_CHANGES);
        give(off, "script", "Login name");
        give(off, "reason", "INC-77: every login ends in the wrong mail domain");
        ends(off, "deactivate", Outcome.APPLIED);
        give(already, "script", "Login name");
        ends(already, "deactivate-already", Outcome.NO_CHANGES);
        give(on, "script", "Login name,pager");
        ends(on, "activate", Outcome.APPLIED);
    }

    @Test
    void takingOver(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "pull") PullMojo pull,
            @InjectMojo(goal = "pull") PullMojo again,
            @InjectMojo(goal = "drift") DriftMojo drift,
            @InjectMojo(goal = "diff") DiffMojo diff)
            throws Exception {
        apply(apply);
        meanwhile(server -> {
            StoredScript login = loginName(server);
            server.versions().push(login.id(), login.name(), new Body("attributes.uid = \"x\";\n"), "quick fix");
            StoredScript made = server.scripts().create("Badge number", Optional.of("Of the door"));
            server.versions().push(made.id(), made.name(), new Body("output.badge = 1;\n"), "by hand");
        });
        breaks(drift, "drift", Outcome.DRIFT);
        give(diff, "script", "Login name");
        ends(diff, "diff", Outcome.CHANGES);
        ends(pull, "pull", Outcome.APPLIED);
        ends(again, "pull-nothing", Outcome.NO_CHANGES);
    }

    @Test
    void keepingARun(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "capture") CaptureMojo capture)
            throws Exception {
        apply(apply);
        AtomicReference<String> id = new AtomicReference<>();
        meanwhile(server -> {
            StoredScript login = loginName(server);
            Map<String, Object> context = Map.of("attributes", Map.of("sn", "Nowak", "password", "secret-of-nowak"));
            server.testing().dryRun(login.id(), login.name(), 2, context);
            id.set(server.insight().logs(ANY, 1).get(0).id().toString());
        });
        give(capture, "log", id.get());
        ends(capture, "capture", Outcome.APPLIED);
    }

    /** Maven must hear what ended the run, not that nobody could write it down. */
    @Test
    void whereNothingCanBeWritten(
            @InjectMojo(goal = "validate") ValidateMojo validate, @InjectMojo(goal = "show") ShowMojo show)
            throws Exception {
        String taken = repo.file("taken", "a file").root().resolve("taken").toString();
        give(validate, "outputDirectory", new File(taken));
        MojoExecutionException unwritable = assertThrows(MojoExecutionException.class, validate::execute);
        assertTrue(unwritable.getMessage().startsWith("cannot write " + taken), unwritable.getMessage());
        assertEquals(List.of(), printed);

        give(show, "outputDirectory", new File(taken));
        MojoFailureException noPlan = assertThrows(MojoFailureException.class, show::execute);
        assertTrue(noPlan.getMessage().startsWith("cannot read the plan " + taken), noPlan.getMessage());
        assertTrue(printed.get(0).startsWith("[ERROR] cannot write " + taken), printed.toString());
    }
}
