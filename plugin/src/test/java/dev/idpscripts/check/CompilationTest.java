package dev.idpscripts.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.testing.Repo;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about a body before it runs. */
class CompilationTest {

    private static final RhaiEngine ENGINE = new RhaiEngine();

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    private List<String> findings(String body) {
        Script script =
                read(Repo.in(folder).file("scripts/a.rhai", body)).scripts().get(0);
        return new Compilation(ENGINE, Environment.SYSTEM_TENANT)
                .check(script).stream()
                        .map(f -> f.level() + " " + f.rule().id() + " "
                                + f.origin().line() + ":" + f.origin().column() + " " + f.message())
                        .toList();
    }

    private Declarations read(Repo repo) {
        return new Workspace(repo.root()).read(new Environments(repo.root()).choose(null));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("attributes.mail = tenant_id + connector_id + user_id + operation_type + object_class;", ""),
                arguments("output.a = variables.b; let c = target_uid;", ""),
                arguments(
                        "attribute.mail = 1;",
                        "ERROR script-compiles 1:1 Undefined variable: attribute; did you mean \"attributes\"?"),
                arguments(
                        "let surname = 1;\noutput.a = surnme;",
                        "ERROR script-compiles 2:12 Undefined variable: surnme; did you mean \"surname\"?"),
                arguments(
                        "output.a = error_message;",
                        "ERROR script-compiles 1:12 Undefined variable: error_message; no run of a script that can be tried has"
                                + " it (server.md 4.2): read it only where is_def_var(\"error_message\")"),
                arguments(
                        "if attributes.a {\n  output.b = 1;\n",
                        "ERROR script-compiles 1:17 Expecting '}' to terminate this block; the script ends before the { here is closed"),
                arguments(
                        "fn f(x) {\n    if x {\n        return `{${x}`; // {\n}\nlet a = \"{\";\n",
                        "ERROR script-compiles 2:10 Expecting '}' to terminate this block; the script ends before the { here is closed"),
                arguments("let a = \"@@mail-domain@@\"; b = 1;", "ERROR script-compiles 1:28 Undefined variable: b"),
                arguments(
                        "fn lower(x) { x.to_lower() + attributes.mail }\nlower(1);",
                        "WARNING function-scope 1:30 a function cannot see the variable attributes: it fails when this line runs;"
                                + " pass it as an argument"),
                arguments(
                        "const BASE = 1;\nfn f() { BASE }\nf();",
                        "ERROR script-compiles 2:10 Undefined variable: BASE; it is defined, but not for this line: functions see only"
                                + " their arguments, lines only what is above them"),
                arguments(
                        "tenant_id = \"x\";",
                        "WARNING constant-assignment 1:1 tenant_id is constant: an assignment fails when this line runs; use a"
                                + " variable of your own"),
                arguments("let tenant_id = 1; tenant_id = 2;", ""),
                arguments(
                        "output.a = 1;\noutput.days = 1..3;",
                        "WARNING json-values 2:1 output.days is a value that JSON has no word for (range): the server returns"
                                + " nothing of output; put a string, a number, a list or a map there"),
                arguments(
                        "let s = \"a\"; s.trimm();",
                        "WARNING unknown-function 1:16 there is no function trimm; did you mean \"trim\"?"),
                arguments(
                        "frobnicate(1);",
                        "WARNING unknown-function 1:1 there is no function frobnicate: the call fails when this line runs"),
                arguments(
                        "let s = \"a\"; s.sub_string();",
                        "WARNING unknown-function 1:16 the function sub_string takes 1 or 2 arguments here, not 0: the call"
                                + " fails when this line runs"),
                arguments("fn f(a, b) { a + b }\nf(1, 2);", ""),
                arguments(
                        "fn f(a, b) { a + b }\nf(1);",
                        "WARNING unknown-function 2:1 the function f takes 2 arguments here, not 1: the call fails when this"
                                + " line runs"),
                arguments("fn f(a) { this + a }\nlet x = 1; x.f(2);", ""),
                arguments(
                        "let m = #{ act: |x| x }; m.act(1); let g = |x| x; g.call(1); let c = g.curry(1); c.call();",
                        ""),
                arguments(
                        "print(1); debug(2); log_info(\"a\"); type_of(1); is_def_var(\"a\"); parse_json(\"{}\");", ""));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void says(String body, String finding) {
        assertEquals(finding.isEmpty() ? List.of() : List.of(finding), findings(body));
    }

    @Test
    void theExampleHasNothingToSay() {
        Path example = Path.of("../example-repo");
        Declarations files = new Workspace(example).read(new Environments(example).choose("sandbox"));
        assertEquals(List.of(), new Compilation(ENGINE, Environment.SYSTEM_TENANT).check(files.scripts()));
    }
}
