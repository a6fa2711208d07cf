package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.stored.StoredScript;
import dev.idpscripts.mojo.base.AbstractGoal;
import dev.idpscripts.mojo.base.EnvironmentGoal;
import dev.idpscripts.sandbox.Sandbox;
import dev.idpscripts.sandbox.SandboxOptions;
import dev.idpscripts.sandbox.faults.Fault;
import dev.idpscripts.sandbox.faults.FaultKind;
import dev.idpscripts.sandbox.faults.Faults;
import dev.idpscripts.server.Server;
import dev.idpscripts.testing.Client;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.testing.TestGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The situations of {@code specs/terminal.md}, as they look on a terminal of 80 columns; what Maven itself prints is left out but for the
 * message of a failure. To write them anew: {@code -Dgolden.write}.
 */
@MojoTest(realRepositorySession = true)
class TerminalTest extends PrintedGoalFixture {

    private static final Path DOCUMENT = Path.of("../specs/terminal.md");

    private final Faults faults = Faults.none();
    private Sandbox sandbox;
    private TestGit git;

    @BeforeEach
    void begin() {
        sandbox = Sandbox.start(
                new SandboxOptions(
                        0, Optional.empty(), "token", Environment.SYSTEM_TENANT, List.of("Corporate LDAP", "HR feed")),
                faults);
        use(Repo.in(folder)
                .delete("environments/sandbox.yaml")
                .file(".gitignore", "target/\n.idp-scripts/local/\n")
                .file(
                        "environments/staging.yaml",
                        "url: " + sandbox.url() + "\ntenant: " + sandbox.tenant()
                                + "\nserver: idp\nguards: {maxDeletes: 2}\n")
                .file("scripts/login-name.yaml", "name: Login name\n")
                .file("scripts/login-name.rhai", """
                        let surname = attributes.sn ?? "";
                        if surname == "" {
                            throw "no surname";
                        }
                        attributes.uid = surname.to_lower();
                        """)
                .file("scripts/login-name.tests.yaml", """
                        tests:
                          - name: the surname in lower case
                            context: {attributes: {sn: Nowak}}
                            expect: {attributes: {uid: nowak}}
                        """)
                .file("scripts/mail.yaml", "name: Mail address\n")
                .file("scripts/mail.rhai", "attributes.mail = attributes.uid + \"@example.com\";\n")
                .file(
                        "bindings/ldap.yaml",
                        "connector: Corporate LDAP\nhooks:\n  before create: [{script: Login name}, {script: Mail address}]\n")
                .file("templates/start.yaml", "name: A value to start with\n")
                .file("templates/start.rhai", "attributes.{{attribute}} = \"{{value}}\";\n"));
        credentials(null, "token");
        git = new TestGit(folder);
        git.run("init", "-q", "-b", "main");
        git.commit("Names and addresses");
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    private Server colleague() {
        return Client.colleague(sandbox).server();
    }

    private void quickFix() {
        StoredScript login = colleague().scripts().byName("Login name").orElseThrow();
        colleague().versions().push(login.id(), login.name(), new Body("attributes.uid = \"x\";\n"), "quick fix");
    }

    private void edit() {
        repo.file(
                "scripts/login-name.rhai",
                repo.read("scripts/login-name.rhai").replace("no surname", "a login needs a surname"));
    }

    /** Runs a goal that is only to make ready. */
    private void ready(AbstractGoal goal) throws Exception {
        goal.execute();
        printed.clear();
    }

    /** Runs a goal and compares what it prints with the situation's block. */
    private void shows(String situation, String options, AbstractGoal goal, String name) throws Exception {
        goal.columns(80);
        ((EnvironmentGoal) goal).hurry();
        printed.clear();
        try {
            goal.execute();
        } catch (AbstractMojoExecutionException e) {
            printed.add("[ERROR] Failed to execute goal "
                    + (e instanceof MojoExecutionException ? "(error)" : "(failure)") + ": "
                    + String.join("\n[ERROR] ", e.getMessage().lines().toList()));
        }
        String block = "$ mvn idp-scripts:" + name + " -Didp-scripts.environment=staging" + options + "\n"
                + steady(String.join("\n", printed)) + "\n";
        Matcher there = Pattern.compile("(?s)(\n## [0-9]+\\. " + Pattern.quote(situation) + "\n.*?```\n)(.*?)(```\n)")
                .matcher(Files.readString(DOCUMENT));
        assertEquals(true, there.find(), "no situation " + situation);
        if (System.getProperty("golden.write") != null) {
            Files.writeString(DOCUMENT, there.replaceFirst("$1" + Matcher.quoteReplacement(block) + "$3"));
            return;
        }
        assertEquals(there.group(2), block);
    }

    private String steady(String text) throws IOException {
        String named = text.replaceAll(" -Didp-scripts\\.(directory|outputDirectory|repository)=\\S+", "")
                .replace("=" + folder + "/", "=")
                // In a build that is told nothing of folders both stand in one line.
                .replaceAll("\\s+\\[INFO]   " + folder + "/(target/idp-scripts/plan.json)", " $1")
                .replace(sandbox.url().toString(), "https://idp.acme.intra")
                .replaceAll("[0-9]{8}-[0-9]{6}-[0-9]{3}", "20260301-123400-000")
                .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}(?= [0-9:]{5} UTC)", "2026-03-01")
                .replaceAll("[0-9]{2}:[0-9]{2} UTC", "12:34 UTC");
        // Each its own, in the order in which they are named.
        return inOrder(
                inOrder(
                        named,
                        "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
                        "%d5a0c1b2-3e4f-4a5b-8c6d-7e8f90a1b2c3"),
                "(?<=commit ?)[0-9a-f]{7}",
                "%df2e3d4");
    }

    private static String inOrder(String text, String pattern, String format) {
        List<String> seen = new ArrayList<>();
        return Pattern.compile(pattern).matcher(text).replaceAll(match -> {
            if (!seen.contains(match.group())) {
                seen.add(match.group());
            }
            return String.format(format, 1 + seen.indexOf(match.group()));
        });
    }

    @Test
    void aFirstPlan(@InjectMojo(goal = "plan") PlanMojo plan) throws Exception {
        shows("A first plan", "", plan, "plan");
    }

    @Test
    void oneChange(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        ready(apply);
        edit();
        shows("One change", "", plan, "plan");
    }

    @Test
    void aFailingTest(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "plan") PlanMojo plan)
            throws Exception {
        ready(apply);
        repo.file(
                "scripts/login-name.rhai", repo.read("scripts/login-name.rhai").replace("to_lower", "to_upper"));
        shows("A failing test", "", plan, "plan");
    }

    @Test
    void drift(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "plan") PlanMojo plan) throws Exception {
        ready(apply);
        quickFix();
        shows("Drift", "", plan, "plan");
    }

    @Test
    void conflict(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "apply") ApplyMojo again)
            throws Exception {
        ready(apply);
        quickFix();
        edit();
        git.commit("Say what is missing");
        shows("A conflict", "", again, "apply");
    }

    @Test
    void guard(@InjectMojo(goal = "apply") ApplyMojo apply, @InjectMojo(goal = "apply") ApplyMojo again)
            throws Exception {
        ready(apply);
        repo.delete("scripts/mail.rhai").delete("scripts/mail.yaml").delete("scripts/login-name.rhai");
        repo.delete("scripts/login-name.yaml")
                .delete("scripts/login-name.tests.yaml")
                .delete("bindings/ldap.yaml");
        repo.folder("bindings");
        git.commit("Clear away");
        set("prune", "true");
        give(again, "prune", true);
        shows("A guard", " -Didp-scripts.prune", again, "apply");
    }

    @Test
    void stalePlan(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "plan") PlanMojo plan,
            @InjectMojo(goal = "apply") ApplyMojo saved)
            throws Exception {
        ready(apply);
        edit();
        git.commit("Say what is missing");
        ready(plan);
        quickFix();
        give(saved, "plan", folder.resolve("target/idp-scripts/plan.json").toFile());
        shows("A stale plan", " -Didp-scripts.plan=target/idp-scripts/plan.json", saved, "apply");
    }

    @Test
    void wrongToken(@InjectMojo(goal = "plan") PlanMojo plan) throws Exception {
        credentials(null, "another");
        shows("A wrong token", "", plan, "plan");
    }

    @Test
    void lostConnection(@InjectMojo(goal = "apply") ApplyMojo apply) throws Exception {
        // Of two at once either can come first.
        repo.delete("scripts/mail.rhai").delete("scripts/mail.yaml");
        repo.file("bindings/ldap.yaml", "connector: Corporate LDAP\nhooks: {before create: [{script: Login name}]}\n");
        git.commit("Leave addresses alone");
        faults.set(List.of(
                new Fault("POST /governance/scripts/{id}/versions", 1, 1_000, FaultKind.RESET_BEFORE),
                new Fault("DELETE *", 1, 1_000, FaultKind.RESET_BEFORE)));
        shows("A connection that is lost in mid-apply", "", apply, "apply");
    }

    @Test
    void rollback(
            @InjectMojo(goal = "apply") ApplyMojo apply,
            @InjectMojo(goal = "apply") ApplyMojo again,
            @InjectMojo(goal = "rollback") RollbackMojo rollback)
            throws Exception {
        ready(apply);
        edit();
        git.commit("Say what is missing");
        ready(again);
        give(rollback, "script", "login-name");
        give(rollback, "steps", 1);
        shows("A rollback", " -Didp-scripts.script=login-name -Didp-scripts.steps=1", rollback, "rollback");
    }
}
