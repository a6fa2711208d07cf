package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** Who pushed what, and how two bodies differ, without leaving the terminal. */
@MojoTest(realRepositorySession = true)
class HistoryGoalsTest extends VersionsFixture {

    @Test
    @MojoParameter(name = "script", value = "scripts/a.rhai")
    void theHistoryOfAScript(@InjectMojo(goal = "versions") VersionsMojo versions) throws Exception {
        passes(versions, "NO_CHANGES", "Versions of script a, which is draft", "current", "1111111");
        JsonNode rows = new ObjectMapper()
                .readTree(repo.read("target/idp-scripts/versions.json"))
                .at("/tables/0/rows");
        assertEquals(3, rows.size());
        assertEquals(3, rows.at("/0/version").asInt());
        assertEquals(NEW, rows.at("/0/commit").asText());
        assertEquals("work", rows.at("/0/description").asText());
        assertEquals(11, rows.at("/0/bytes").asInt());
    }

    @Test
    @MojoParameter(name = "script", value = "*")
    void aHistoryIsOfOneScript(@InjectMojo(goal = "versions") VersionsMojo versions) throws Exception {
        fails(versions, "CONFIG", "\"*\" means 2 scripts: a, b");
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    void anyTwoBodies(@InjectMojo(goal = "diff") DiffMojo diff) throws Exception {
        passes(diff, "NO_CHANGES", "--- a version 3 (current) on sandbox", "+++ file scripts/a.rhai", "No difference.");
        give(diff, "left", "1111111");
        passes(
                diff,
                "CHANGES",
                "--- a version 2 on sandbox",
                "-let a = 2;",
                "+let a = 3;",
                "1 line added, 1 line removed.");
        assertTrue(repo.read("target/idp-scripts/diff.html").contains("Difference of a"));
        give(diff, "view", "sideBySide");
        passes(diff, "CHANGES", "1 let a = 2;", " | 1 let a = 3;");
        give(diff, "left", "file");
        give(diff, "right", "2");
        passes(diff, "CHANGES", "1 let a = 3;", " | 1 let a = 2;");
        repo.file("environments/other.yaml", "url: sandbox\n");
        give(diff, "right", "environment:other");
        give(diff, "environment", "sandbox");
        passes(diff, "NO_CHANGES", "a version 3 (current) on other");
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    void whatIsNotThere(@InjectMojo(goal = "diff") DiffMojo diff) throws Exception {
        give(diff, "left", "main");
        fails(diff, "CONFIG", "-Didp-scripts.left=main is nothing that can be compared", "environment:NAME");
        give(diff, "left", "9");
        fails(diff, "CONFIG", "script a on sandbox: it has no version 9; it has versions 1 to 3");
        give(diff, "left", "abcdef0");
        fails(
                diff,
                "CONFIG",
                "no version of it was pushed from commit abcdef0; the newest are from 2222222 (version 3)");
        give(diff, "left", "environment:nowhere");
        fails(diff, "CONFIG", "there is no environment \"nowhere\"");
        give(diff, "script", "b");
        give(diff, "left", "current");
        fails(diff, "CONFIG", "there is no script \"b\" in the files");
    }

    @Test
    @MojoParameter(name = "script", value = "a")
    @MojoParameter(name = "compare", value = "server")
    void theServersOwnComparison(@InjectMojo(goal = "diff") DiffMojo diff) throws Exception {
        fails(diff, "CONFIG", "the server compares only versions that it has, not current with file");
        give(diff, "right", "2");
        passes(
                diff,
                "CHANGES",
                "--- version 3",
                "-let a = 3;",
                "+let a = 2;",
                "The server compares line 1 with line 1");
        give(diff, "right", "current");
        passes(diff, "NO_CHANGES", " let a = 3;");
    }
}
