package dev.idpscripts.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.Problem;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.testing.Repo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What wrong files are told, word for word: the messages are part of the product. */
class BadFilesTest {

    @TempDir
    Path folder;

    private Repo repo;

    @BeforeEach
    void emptyRepository() {
        repo = Repo.in(folder);
    }

    private void refused(String... problems) {
        InvalidFiles e = assertThrows(
                InvalidFiles.class, () -> new Workspace(folder).read(new Environments(folder).choose(null)));
        assertEquals(
                String.join("\n", problems),
                String.join("\n", e.problems().stream().map(Problem::toString).toList()));
    }

    @Test
    void everythingIsToldAtOnceInTheOrderOfTheFiles() {
        repo.file("scripts/b.rhai", "let a = @@mail-domian@@;\nlet b = @@;")
                .file("scripts/b.yaml", "nmae: B\nstatus: actve\ndescription: [x]\n")
                .file("bindings/x.yaml", "connector: X\nhooks: {before creat: [], after create: [{script: bb}]}");
        refused(
                "bindings/x.yaml:2:9: unknown hook \"before creat\"; did you mean \"before create\"? Known here:"
                        + " before create, before update, before delete, before enable, before disable, after create,"
                        + " after update, after delete, after enable, after disable",
                "bindings/x.yaml:2:51: there is no script named \"bb\" in the files; did you mean \"b\"?",
                "scripts/b.rhai:1:9: @@mail-domian@@ has no value in environments/sandbox.yaml: add it under"
                        + " \"values\"; did you mean \"mail-domain\"?",
                "scripts/b.rhai:2:9: @@ begins a placeholder such as @@mail-domain@@; for a literal @@ write @@@@",
                "scripts/b.yaml:1:1: unknown key \"nmae\"; did you mean \"name\"? Known here: name, renamedFrom,"
                        + " description, removed, status",
                "scripts/b.yaml:2:9: \"status\" must be one of draft, active, inactive, not \"actve\"; did you mean"
                        + " \"active\"?",
                "scripts/b.yaml:3:14: \"description\" must be text, not a list");
    }

    /** As in the locale C, where each letter beyond ASCII is lost: a name of bytes that no letters are is lost in every locale. */
    @ParameterizedTest
    @CsvSource({"scripts,rhai", "bindings,yaml", "templates,rhai", "environments,yaml"})
    @EnabledOnOs(OS.LINUX)
    void aNameThatTheLocaleCannotSay(String where, String ending) throws Exception {
        repo.folder(where).file("scripts/a.rhai", "1");
        String make = "touch \"$(printf '" + where + "/m\\374nchen." + ending + "')\"";
        Process shell =
                new ProcessBuilder("sh", "-c", make).directory(folder.toFile()).start();
        assertEquals(0, shell.waitFor());
        UserError e =
                assertThrows(UserError.class, () -> new Workspace(folder).read(new Environments(folder).choose(null)));
        assertTrue(
                e.getMessage().contains(where + "/m\uFFFDnchen." + ending + ": the file's name cannot be read"),
                e.getMessage());
        assertTrue(e.getMessage().contains("LC_ALL=C.UTF-8"), e.getMessage());
    }

    @Test
    void brokenYaml() {
        repo.file("scripts/a.rhai", "1").file("scripts/a.yaml", "name: \"unclosed\nstatus: active\n");
        refused("scripts/a.yaml:3:1: not valid YAML: found unexpected end of stream");
    }

    @Test
    void yamlWithTabsOrControlCharacters() {
        repo.file("scripts/a.rhai", "1").file("scripts/a.yaml", "name:\n\t- x\n");
        repo.file("scripts/b.rhai", "1").file("scripts/b.yaml", "name: x\u0007y\n");
        refused(
                "scripts/a.yaml:2:1: not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use"
                        + " \\t(TAB) for indentation)",
                "scripts/b.yaml:1:8: not valid YAML: the character U+0007 is not allowed; remove it");
    }

    @Test
    void yamlThatIsNoMappingOrSeveralDocuments() {
        repo.file("scripts/a.rhai", "1").file("scripts/a.yaml", "- name\n");
        repo.file("scripts/b.rhai", "1").file("scripts/b.yaml", "name: b\n---\nname: c\n");
        refused(
                "scripts/a.yaml:1:1: \"the file\" must be a mapping of keys to values, not a list",
                "scripts/b.yaml:2:1: not valid YAML: but found another document");
    }

    @Test
    void yamlBombsAndDeepNestingAreRefused() {
        repo.file("scripts/a.rhai", "1").file("scripts/a.yaml", "name: " + "[".repeat(1000));
        refused("scripts/a.yaml:1:1: not valid YAML: Nesting Depth exceeded max 30");
    }

    @Test
    void aKeyGivenTwice() {
        repo.file("scripts/a.rhai", "1").file("scripts/a.yaml", "name: a\nname: b\n");
        refused("scripts/a.yaml:2:1: \"name\" is given twice, first in line 1; keep one");
    }

    @Test
    void wrongTypes() {
        repo.file("scripts/a.rhai", "1").file("scripts/a.yaml", "name: 12\ndescription:\n");
        repo.file("bindings/x.yaml", """
                connector: X
                hooks:
                  before create:
                    - {script: a, order: -1, maxRetries: 11, timeout: 301s, enabled: maybe}
                    - {script: a, order: "1", maxRetries: 1.5, timeout: 30, onFailure: stop}
                    - a
                  before update: {script: a}
                  before delete:
                """);
        refused(
                "bindings/x.yaml:4:26: \"order\" must be a whole number of 0 or more, not the number -1",
                "bindings/x.yaml:4:42: \"maxRetries\" must be a whole number from 0 to 10, not the number 11",
                "bindings/x.yaml:4:55: \"timeout\" must be a number of seconds from 1s to 300s, not \"301s\", such as 45s",
                "bindings/x.yaml:4:70: \"enabled\" must be true or false, not \"maybe\"",
                "bindings/x.yaml:5:26: \"order\" must be a whole number of 0 or more, not \"1\"",
                "bindings/x.yaml:5:43: \"maxRetries\" must be a whole number from 0 to 10, not the number 1.5",
                "bindings/x.yaml:5:57: \"timeout\" must be a number of seconds from 1s to 300s, not the number 30, such as"
                        + " 45s",
                "bindings/x.yaml:5:72: \"onFailure\" must be one of abort, continue, retry, not \"stop\"",
                "bindings/x.yaml:6:7: \"item 3 of before create\" must be a mapping of keys to values, not \"a\"",
                "bindings/x.yaml:7:18: \"before update\" must be a list, not a mapping",
                "bindings/x.yaml:8:17: \"before delete\" must be a list, not empty",
                "scripts/a.yaml:1:7: \"name\" must be text, not the number 12; put it in quotes: \"12\"",
                "scripts/a.yaml:2:13: \"description\" must be text, not empty");
    }

    @Test
    void namesThatCannotBe() {
        repo.file("scripts/a.rhai", "1").file("scripts/a.yaml", "name: " + "é".repeat(256));
        repo.file("scripts/b.rhai", "1").file("scripts/b.yaml", "name: ' '\nrenamedFrom: ''");
        repo.file("scripts/c.rhai", "1").file("scripts/c.yaml", "name: \"a\\0b\"\ndescription: \"\\ud800\"");
        repo.file("scripts/d.rhai", "1").file("scripts/d.yaml", "renamedFrom: d");
        repo.file("scripts/e.rhai", "1").file("scripts/e.yaml", "name: " + "😀".repeat(255));
        refused(
                "scripts/a.yaml:1:7: the name has 256 characters; the server stores at most 255: shorten it",
                "scripts/b.yaml:1:7: the name is empty; give it at least one character",
                "scripts/b.yaml:2:14: the name is empty; give it at least one character",
                "scripts/c.yaml:1:7: contains the character U+0000, which the server cannot store; remove it",
                "scripts/c.yaml:2:14: contains half a character (a lone surrogate), which the server refuses; remove it",
                "scripts/d.yaml:1:14: \"renamedFrom\" is the name it has now; give the old one, or remove the line");
    }

    @Test
    void namesTakenTwice() {
        repo.file("scripts/a.rhai", "1")
                .file("scripts/x/a.rhai", "1")
                .file("scripts/b.rhai", "1")
                .file("scripts/b.yaml", "name: a\nrenamedFrom: old")
                .file("scripts/c.rhai", "1")
                .file("scripts/c.yaml", "renamedFrom: old")
                .file("templates/a.rhai", "1")
                .file("templates/b.rhai", "1")
                .file("templates/b.yaml", "name: a");
        refused(
                "scripts/b.yaml:1:1: the name \"a\" is taken already (scripts/a.rhai:1:1); names are unique on the server:"
                        + " change one of them",
                "scripts/c.yaml:1:1: the old name \"old\" is taken already (scripts/b.yaml:1:1); names are unique on the"
                        + " server: change one of them",
                "scripts/x/a.rhai:1:1: the name \"a\" is taken already (scripts/a.rhai:1:1); names are unique on the server:"
                        + " change one of them",
                "templates/b.yaml:1:1: the name \"a\" is taken already (templates/a.rhai:1:1); names are unique on the"
                        + " server: change one of them");
    }

    @Test
    void bindingFilesThatContradictEachOther() {
        repo.file("scripts/a.rhai", "1")
                .file("bindings/x.yaml", "connector: X\nhooks: {before create: [{script: a}, {script: a, order: 10}]}")
                .file("bindings/y.yaml", "connector: X\nhooks: {before create: [{script: a}]}")
                .file("bindings/z.yaml", "hooks: {before create: [{script: a}]}");
        refused(
                "bindings/x.yaml:2:47: order 10 of before create is taken already (bindings/x.yaml:2:34); give one of them"
                        + " another \"order\"",
                "bindings/y.yaml:1:12: the connector X has a file already (bindings/x.yaml:1:12); put all its hooks into one"
                        + " file",
                "bindings/z.yaml:1:1: \"connector\" is missing: the connector's name");
    }

    @Test
    void bindingsOfWhatCannotBeBound() {
        repo.file("scripts/a.rhai", "1")
                .file("scripts/a.yaml", "status: draft")
                .file("bindings/x.yaml", "connector: X\nhooks: {before create: [{script: a}, {order: 1}]}");
        refused(
                "bindings/x.yaml:2:34: the script \"a\" is a draft (scripts/a.yaml:1:1); the server binds only scripts that"
                        + " were activated: make it active, or remove this line",
                "bindings/x.yaml:2:38: \"script\" is missing: the script's name");
    }

    @Test
    void elevenBindingsOnAHook() {
        repo.file("scripts/a.rhai", "1")
                .file("bindings/x.yaml", "connector: X\nhooks:\n  before create:\n" + "    - script: a\n".repeat(11));
        refused("bindings/x.yaml:14:7: the hook before create has 11 bindings; the server allows 10");
    }

    @Test
    void bodiesThatCannotBeStored() {
        repo.file("scripts/a.rhai", "x".repeat(65_537))
                .file("scripts/b.rhai", "/" + "é".repeat(32_768))
                .file("scripts/c.rhai", "ok\nno\0")
                .file("scripts/d.rhai", "ok\ncaf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        refused(
                "scripts/a.rhai:1:1: the body has 65537 bytes of UTF-8; the server stores at most 65536: shorten it, or split"
                        + " it into two scripts",
                "scripts/b.rhai:1:1: the body has 65537 bytes of UTF-8; the server stores at most 65536: shorten it, or split"
                        + " it into two scripts",
                "scripts/c.rhai:2:3: contains the character U+0000, which the server cannot store; remove it",
                "scripts/d.rhai:2:4: not UTF-8: byte 0xE9 cannot be read; save the file as UTF-8");
    }

    @Test
    void filesThatNothingReads() {
        repo.file("scripts/a.yaml", "name: a")
                .file("scripts/b.tests.yaml", "tests: []")
                .file("scripts/c.yml", "name: c")
                .file("bindings/x.yml", "connector: X");
        refused(
                "bindings/x.yml:1:1: files ending in .yml are not read; rename it to bindings/x.yaml",
                "scripts/a.yaml:1:1: describes scripts/a.rhai, which does not exist; add it, or remove this file, or say \"removed: true\" if it must go from the server",
                "scripts/b.tests.yaml:1:1: describes scripts/b.rhai, which does not exist; add it, or remove this file",
                "scripts/c.yml:1:1: files ending in .yml are not read; rename it to scripts/c.yaml");
    }

    @Test
    void aNameMissingOnlyBecauseItsFileIsBrokenIsNotToldTwice() {
        repo.file("scripts/a.rhai", "1")
                .file("scripts/a.yaml", "name: [")
                .file("bindings/x.yaml", "connector: X\nhooks: {before create: [{script: A}]}");
        refused("scripts/a.yaml:1:8: not valid YAML: expected the node content, but found '<stream end>'");
    }

    @Test
    void annotationsThatJsonDoesNotKnow() {
        repo.file("templates/a.rhai", "1").file("templates/a.yaml", "annotations: {from: 2026-01-01}");
        repo.file("templates/b.rhai", "1").file("templates/b.yaml", "annotations: {x: }");
        repo.file("templates/c.rhai", "1").file("templates/c.yaml", "annotations: &a [*a]");
        repo.file("templates/d.rhai", "1").file("templates/d.yaml", "annotations: {x: .inf}");
        refused(
                "templates/a.yaml:1:21: in \"annotations\": 2026-01-01 is not possible here; put text in quotes",
                "templates/b.yaml:1:17: in \"annotations\": an empty value is not possible here; put text in quotes",
                "templates/c.yaml:1:14: in \"annotations\": nested too deeply, or an alias that contains itself",
                "templates/d.yaml:1:18: in \"annotations\": .inf is not a number that JSON knows; put it in quotes:"
                        + " \".inf\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    url: http://idp.example.com  | "url" must begin with https: plain http would send the credentials in the clear, and is only for this machine (http://127.0.0.1:8080)
                    url: http://127.evil.example | "url" must begin with https: plain http would send the credentials in the clear, and is only for this machine (http://127.0.0.1:8080)
                    url: ftp://example.com       | "url" must be an address such as https://idp.example.com, or sandbox, not "ftp://example.com"
                    url: https://a:b@example.com | "url" must not hold credentials; give them as IDP_SCRIPTS_TOKEN or in settings.xml
                    url: https://example.com/?a  | "url" must be an address such as https://idp.example.com, or sandbox, not "https://example.com/?a"
                    url: Sandbox                 | "url" must be an address such as https://idp.example.com, or sandbox, not "Sandbox"
                    url: https:///idp            | "url" must be an address such as https://idp.example.com, or sandbox, not "https:///idp"
                    url: https://idp.example.com:99999 | the port in "url" must be a number from 1 to 65535, not "99999"
                    url: http://127.0.0.1:65536  | the port in "url" must be a number from 1 to 65535, not "65536"
                    url: https://host:0          | the port in "url" must be a number from 1 to 65535, not "0"
                    url: https://host:-1         | the port in "url" must be a number from 1 to 65535, not "-1"
                    url: https://host:https/x    | the port in "url" must be a number from 1 to 65535, not "https"
                    url: https://host:99999999999| the port in "url" must be a number from 1 to 65535, not "99999999999"
                    url: https://[::1]:70000     | the port in "url" must be a number from 1 to 65535, not "70000"
                    url: https://idp_test.example.com:8443/api | "idp_test.example.com" in "url" is no name of a host that Java can connect to: "_" is not allowed there (RFC 1123); give another name of the server, or its IP address
                    url: https://münchen.example | "münchen.example" in "url" is no name of a host that Java can connect to: write it as xn--mnchen-3ya.example
                    url: https://idp.example.com. | "idp.example.com." in "url" is no name of a host that Java can connect to: leave out the dot at its end
                    url: https://10.0.0.256      | "10.0.0.256" in "url" is no name of a host that Java can connect to: letters, digits and hyphens with dots between them, or an IP address
                    url: https://idp-/x          | "idp-" in "url" is no name of a host that Java can connect to: letters, digits and hyphens with dots between them, or an IP address
                    url: https://a..b            | "a..b" in "url" is no name of a host that Java can connect to: letters, digits and hyphens with dots between them, or an IP address
                    url: https://u:secret@a_b    | "url" must not hold credentials; give them as IDP_SCRIPTS_TOKEN or in settings.xml
                    url: https://u:se cret@host  | "url" must not hold credentials; give them as IDP_SCRIPTS_TOKEN or in settings.xml
                    """)
    void addressesThatAreRefused(String url, String message) {
        repo.file("environments/sandbox.yaml", url + "\ntenant: 00000000-0000-0000-0000-000000000001\n");
        refused("environments/sandbox.yaml:1:6: " + message);
    }

    @Test
    void twoNamesOfOneConnector() {
        repo.file("environments/sandbox.yaml", """
                url: sandbox
                connectors:
                  Corporate LDAP: LDAP EU
                  Intake: HR feed
                  Old LDAP: LDAP EU
                """);
        refused(
                "environments/sandbox.yaml:5:13: the connector LDAP EU has two names: \"Corporate LDAP\" and \"Old LDAP\"; it is declared"
                        + " in one file, so leave one of them out");
    }

    @Test
    void environmentsThatAreIncompleteOrWrong() {
        repo.file("environments/sandbox.yaml", """
                url: https://example.com
                server: 12
                values: {a b: x, ok: true}
                guards: {maxDelete: 3, maxDeletePercent: 101}
                sandbox: {connectors: Corporate LDAP}
                """);
        refused(
                "environments/sandbox.yaml:1:1: \"tenant\" is missing: the tenant's UUID",
                "environments/sandbox.yaml:2:9: \"server\" must be text, not the number 12; put it in quotes: \"12\"",
                "environments/sandbox.yaml:3:10: \"a b\" cannot stand between @@ and @@; use letters, digits, and . _ -"
                        + " between them",
                "environments/sandbox.yaml:4:10: unknown key \"maxDelete\"; did you mean \"maxDeletes\"? Known here:"
                        + " maxDeletes, maxDeletePercent, requireSavedPlan",
                "environments/sandbox.yaml:4:42: \"maxDeletePercent\" must be a whole number from 0 to 100, not the number"
                        + " 101",
                "environments/sandbox.yaml:5:23: \"connectors\" must be a list, not \"Corporate LDAP\"");
    }

    @Test
    void problemsAreSortedAndToldOnce() {
        repo.file("scripts/a.rhai", "@@x@@ @@x@@");
        List<String> expected = Arrays.asList(
                "scripts/a.rhai:1:1: @@x@@ has no value in environments/sandbox.yaml: add it under \"values\"",
                "scripts/a.rhai:1:7: @@x@@ has no value in environments/sandbox.yaml: add it under \"values\"");
        refused(expected.toArray(new String[0]));
    }
}
