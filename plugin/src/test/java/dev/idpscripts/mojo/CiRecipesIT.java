package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.testing.Folders;
import dev.idpscripts.testing.MavenRun;
import dev.idpscripts.testing.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Every command in specs/ci, run by a shell against the embedded server; gh and curl are stand-ins that write down what they are asked. */
class CiRecipesIT {

    private static final Path RECIPES = Path.of("../specs/ci");

    /** The stand-in answers as a server would that has nothing yet, or what the test put into {@code answer-…}. */
    private static final String GH = """
            #!/bin/sh
            printf '%s\\n' "gh $*" >> "$CALLS"
            case "$*" in
                *"--paginate"*) cat "$ANSWERS/comment" 2>/dev/null ;;
                *"/pulls"*) echo 0123456789 ;;
                "run list"*) echo 77 ;;
                "run download"*) mkdir -p reviewed && cp target/idp-scripts/plan.json reviewed/plan.json ;;
                "issue list"*) cat "$ANSWERS/issue" 2>/dev/null ;;
            esac
            exit 0
            """;

    private static final String CURL = """
            #!/bin/sh
            printf '%s\\n' "curl $*" >> "$CALLS"
            case "$*" in
                *"notes?per_page"*) cat "$ANSWERS/notes" 2>/dev/null || echo '[]' ;;
                *"/merge_requests") echo '[{"id":9,"iid":12,"title":"x"}]' ;;
                *"/jobs/artifacts/"*) cp target/idp-scripts/plan.json reviewed/plan.json ;;
            esac
            exit 0
            """;

    @TempDir
    Path folder;

    private Repo repo;
    private Path bin;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void example() throws IOException {
        repo = new Repo(folder.resolve("repo"));
        Folders.copy(Path.of("../example-repo"), repo.root());
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("answers"));
        String maven = MavenRun.in(repo.root()).process().command().stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        tool("mvn", "#!/bin/sh\necho \"mvn $*\" >> \"$CALLS\"\nexec " + maven + " \"$@\"\n");
        tool("gh", GH);
        tool("curl", CURL);
        variables.put("PATH", bin + ":" + System.getenv("PATH"));
        variables.put("CALLS", folder.resolve("calls").toString());
        variables.put("ANSWERS", folder.resolve("answers").toString());
        variables.put("ENVIRONMENT", "sandbox");
        variables.put("GITHUB_OUTPUT", folder.resolve("output").toString());
        variables.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
        variables.put("GITHUB_REPOSITORY", "acme/identity");
        variables.put("GITHUB_SHA", "abcdef");
        variables.put("PULL_REQUEST", "5");
        variables.put("CHANGE_ID", "5");
        variables.put("CHANGE_URL", "https://github.com/acme/identity/pull/5");
        variables.put("CI_API_V4_URL", "https://gitlab.example.com/api/v4");
        variables.put("CI_PROJECT_ID", "3");
        variables.put("CI_MERGE_REQUEST_IID", "12");
        variables.put("CI_COMMIT_SHA", "abcdef");
        variables.put("NOTE_TOKEN", "note");
        variables.put("CI_JOB_TOKEN", "job");
    }

    private void tool(String name, String text) throws IOException {
        assertTrue(Files.writeString(bin.resolve(name), text).toFile().setExecutable(true));
    }

    private void answer(String name, String text) throws IOException {
        Files.writeString(folder.resolve("answers").resolve(name), text);
    }

    private int run(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script)
                .directory(repo.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        assertTrue(process.waitFor(3, TimeUnit.MINUTES));
        return process.exitValue();
    }

    private void passes(String script) throws IOException, InterruptedException {
        assertEquals(0, run(script), () -> script + "\n" + log());
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> calls(String begin) throws IOException {
        return Files.readAllLines(folder.resolve("calls")).stream()
                .filter(line -> line.startsWith(begin))
                .toList();
    }

    private String outcome() {
        Matcher outcome =
                Pattern.compile("\"outcome\" : \"(\\w+)\"").matcher(repo.read("target/idp-scripts/result.json"));
        assertTrue(outcome.find());
        return outcome.group(1);
    }

    /** Somebody changes the server by hand: as good as if the script had been pushed by nobody that we know. */
    private void forgetTheRepository() {
        repo.file(
                "pom.xml",
                repo.read("pom.xml")
                        .replace("<artifactId>identity-scripts</artifactId>", "<artifactId>another</artifactId>"));
        repo.file(
                "scripts/organisation/manager-default.rhai",
                repo.read("scripts/organisation/manager-default.rhai") + "// edited\n");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> yaml(String name) throws IOException {
        return (Map<String, Object>) new Yaml().load(Files.readString(RECIPES.resolve(name)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> githubSteps(String job) throws IOException {
        Map<String, Object> jobs =
                (Map<String, Object>) yaml("github-actions.yml").get("jobs");
        List<Map<String, Object>> steps =
                (List<Map<String, Object>>) ((Map<String, Object>) jobs.get(job)).get("steps");
        return steps.stream()
                .filter(step -> step.containsKey("run"))
                .map(step -> step.get("run").toString())
                .toList();
    }

    @Test
    void githubActions() throws Exception {
        assertEquals(
                Set.of("plan", "apply", "drift"),
                ((Map<?, ?>) yaml("github-actions.yml").get("jobs")).keySet());
        List<String> plan = githubSteps("plan");
        assertEquals(3, plan.size());
        for (String step : plan) {
            passes(step);
        }
        assertEquals("CHANGES", outcome());
        assertEquals(
                List.of("gh api repos/acme/identity/issues/5/comments -F body=@target/idp-scripts/plan.md --silent"),
                calls("gh").subList(1, 2));
        answer("comment", "42\n");
        passes(plan.get(2));
        assertEquals(
                "gh api repos/acme/identity/issues/comments/42 -X PATCH -F body=@target/idp-scripts/plan.md --silent",
                calls("gh").get(3));
        String output = Files.readString(folder.resolve("output"));
        assertTrue(
                output.contains("outcome=CHANGES\nexit-code=2\nchanges=64\ndrift=0\nsummary=Plan: create 16"), output);
        assertTrue(Files.readString(folder.resolve("summary")).startsWith("<!-- idp-scripts plan: sandbox -->"));

        List<String> apply = githubSteps("apply");
        assertEquals(2, apply.size());
        for (String step : apply) {
            passes(step);
        }
        assertEquals("APPLIED", outcome());

        List<String> drift = githubSteps("drift");
        assertEquals(2, drift.size());
        passes(drift.get(0));
        assertEquals("NO_CHANGES", outcome());
        forgetTheRepository();
        assertNotEquals(0, run(drift.get(0)));
        assertEquals("CONFLICT", outcome());
        passes(drift.get(1));
        assertTrue(calls("gh issue create").get(0).contains("--title Drift on sandbox"));
        answer("issue", "8\n");
        passes(drift.get(1));
        assertEquals(
                "gh issue edit 8 --body-file target/idp-scripts/plan.md",
                calls("gh issue edit").get(0));
    }

    @SuppressWarnings("unchecked")
    private static List<String> gitlabScript(String job, String key) throws IOException {
        return (List<String>) ((Map<String, Object>) yaml("gitlab-ci.yml").get(job)).get(key);
    }

    @Test
    void gitlab() throws Exception {
        for (String line : gitlabScript("plan", "script")) {
            passes(line);
        }
        assertTrue(repo.read("target/idp-scripts/plan.env").startsWith("IDP_SCRIPTS_OUTCOME=CHANGES\n"));
        String note = String.join("\n", gitlabScript("plan", "after_script"));
        passes("set +e +o pipefail\n" + note);
        String notes = "https://gitlab.example.com/api/v4/projects/3/merge_requests/12/notes";
        assertTrue(calls("curl").get(1).endsWith("--data-urlencode body@target/idp-scripts/plan.md " + notes));
        answer(
                "notes",
                "[{\"id\":41,\"body\":\"hello {x}\",\"author\":{\"id\":1}},{\"id\":42,\"body\":"
                        + "\"\\u003c!-- idp-scripts plan: sandbox --\\u003e\\n## Plan {\",\"author\":{\"id\":1}}]\n");
        passes("set +e +o pipefail\n" + note);
        assertTrue(calls("curl").get(3).contains("-X PUT"), calls("curl").toString());
        assertTrue(calls("curl").get(3).endsWith(notes + "/42"), calls("curl").toString());

        for (String line : gitlabScript("apply", "script")) {
            passes(line);
        }
        assertEquals("APPLIED", outcome());
        assertTrue(calls("curl").get(5).contains("/jobs/artifacts/refs%2Fmerge-requests%2F12%2Fhead/raw/"));
        for (String line : gitlabScript("drift", "script")) {
            passes(line);
        }
        assertEquals("NO_CHANGES", outcome());
    }

    @Test
    void jenkins() throws Exception {
        String recipe = Files.readString(RECIPES.resolve("Jenkinsfile"));
        List<String> scripts = new ArrayList<>();
        Matcher sh =
                Pattern.compile("sh '''(.*?)'''|sh '([^']*)'", Pattern.DOTALL).matcher(recipe);
        while (sh.find()) {
            String script = sh.group(1) == null ? sh.group(2) : sh.group(1).stripIndent();
            // As Groovy reads it.
            scripts.add(script.replace("\\\\", "\\"));
        }
        assertEquals(5, scripts.size());
        assertEquals(
                recipe.chars().filter(c -> c == '{').count(),
                recipe.chars().filter(c -> c == '}').count());
        String plan = scripts.get(2);
        for (String script : List.of(scripts.get(0), plan, scripts.get(3), scripts.get(4), scripts.get(1))) {
            passes(script);
        }
        assertEquals(
                "gh api repos/acme/identity/issues/5/comments -F body=@target/idp-scripts/plan.md --silent",
                calls("gh").get(1));
        assertTrue(calls("mvn").get(1).contains("idp-scripts:plan"));
        assertEquals("NO_CHANGES", outcome());
    }
}
