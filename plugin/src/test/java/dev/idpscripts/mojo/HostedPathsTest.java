package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idpscripts.testing.Repo;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What code hosts read names files by their paths from the Git root, wherever below it the scripts are. */
@MojoTest(realRepositorySession = true)
class HostedPathsTest extends GoalFixture {

    private static final String TESTS = """
            tests:
              - name: fails
                context: {attributes: {}}
                expect: {attributes: {uid: a}}
            """;

    /** The folder; where its {@code .git} is; what stands before a path there, and in a URI. */
    @ParameterizedTest
    @CsvSource({
        "idp, '', idp/, idp/",
        "mono/grün idp, '', mono/grün idp/, mono/gr%C3%BCn%20idp/",
        "a:b/idp, '', a:b/idp/, a%3Ab/idp/",
        "mono/idp, mono, idp/, idp/",
        "idp, idp, '', ''",
        "idp, elsewhere, '', ''",
    })
    void fromTheGitRoot(
            String place,
            String root,
            String path,
            String uri,
            @InjectMojo(goal = "validate") ValidateMojo validate,
            @InjectMojo(goal = "test") TestMojo test)
            throws Exception {
        for (AbstractMojo goal : List.of(validate, test)) {
            give(goal, "directory", folder.resolve(place).toFile());
            give(goal, "outputDirectory", folder.resolve("target").toFile());
        }
        Repo top = new Repo(folder);
        Repo.in(folder.resolve(place))
                .file("scripts/good.rhai", "attributes.uid = 1;\n")
                .file("scripts/good.tests.yaml", TESTS);
        // That it is a broken one is no matter: these need no Git.
        top.file(root.isEmpty() ? ".git" : root + "/.git", "gitdir: /nowhere\n");

        assertThrows(MojoFailureException.class, test::execute);
        assertTrue(written("coverage.info").contains("\nSF:" + path + "scripts/good.rhai\n"), written("coverage.info"));
        assertTrue(
                written("TEST-idp-scripts.xml").contains(" file=\"" + path + "scripts/good.tests.yaml\""),
                written("TEST-idp-scripts.xml"));

        new Repo(folder.resolve(place)).file("scripts/bad.rhai", "let a = ;\n");
        assertThrows(MojoFailureException.class, validate::execute);
        assertEquals(
                uri + "scripts/bad.rhai",
                new ObjectMapper()
                        .readTree(written("validate.sarif"))
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText());
    }

    private String written(String name) {
        return new Repo(folder).read("target/" + name);
    }
}
