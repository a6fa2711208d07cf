package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.testing.Repo;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Options that do nothing, in goals: refused before a file is read, for the repository has none. */
@MojoTest(realRepositorySession = true)
class OptionsGoalTest extends GoalFixture {

    @BeforeEach
    void emptyFolder() {
        use(Repo.in(folder));
    }

    private void configure(String element, String value) {
        Xpp3Dom child = new Xpp3Dom(element);
        child.setValue(value);
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(child);
        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.idpscripts");
        plugin.setArtifactId("idp-scripts-maven-plugin");
        plugin.setConfiguration(configuration);
        session.getCurrentProject().getBuild().addPlugin(plugin);
        session.getCurrentProject().getBuild().flushPluginMap();
    }

    @Test
    void rollbackDoesNotRunWithAMistypedDryRun(@InjectMojo(goal = "rollback") AbstractMojo rollback) throws Exception {
        set("dryrun", "true");
        refused(rollback, "CONFIG", "-Didp-scripts.dryrun is no option; did you mean \"-Didp-scripts.dryRun\"?");
    }

    @Test
    void planDoesNotRunWithAMistypedEnvironment(@InjectMojo(goal = "plan") AbstractMojo plan) throws Exception {
        set("enviroment", "staging");
        refused(plan, "CONFIG", "-Didp-scripts.enviroment is no option; did you mean \"-Didp-scripts.environment\"?");
    }

    @Test
    void pullDoesNotTakeOneForFalse(@InjectMojo(goal = "pull") AbstractMojo pull) throws Exception {
        set("dryRun", "1");
        refused(pull, "CONFIG", "-Didp-scripts.dryRun is \"1\", which is neither true nor false.");
    }

    @Test
    void propertiesOfThePomAreCheckedToo(@InjectMojo(goal = "validate") AbstractMojo validate) throws Exception {
        session.getCurrentProject().getProperties().setProperty("idp-scripts.version", "0.1.0");
        session.getCurrentProject().getProperties().setProperty("idp-scripts.directoy", "x");
        refused(
                validate,
                "CONFIG",
                "<idp-scripts.directoy> among the properties of the POM is no option; did you mean");
    }

    @Test
    void theConfigurationIsCheckedToo(@InjectMojo(goal = "apply") AbstractMojo apply) throws Exception {
        configure("onFailur", "stop");
        refused(
                apply,
                "CONFIG",
                "<onFailur> in the plugin's <configuration> is no option; did you mean \"<onFailure>\"?");
    }

    @Test
    void skipIsNoWayAround(@InjectMojo(goal = "apply") AbstractMojo apply) throws Exception {
        give(apply, "skip", true);
        set("skip", "ja");
        refused(apply, "CONFIG", "-Didp-scripts.skip is \"ja\"");
    }

    @Test
    void aVariableThatIsNotSetIsNamed(@InjectMojo(goal = "plan") AbstractMojo plan) throws Exception {
        set("environment", "${env.NO_SUCH_STAGE}");
        refused(plan, "CONFIG", "takes ${env.NO_SUCH_STAGE}, and the environment variable NO_SUCH_STAGE is not set");
    }

    @Test
    void numbersAreNumbers(@InjectMojo(goal = "rollback") AbstractMojo rollback) throws Exception {
        for (String given : List.of("steps=two", "toVersion=1.5", "maxDeletes=", "maxDeletePercent=101")) {
            String option = given.substring(0, given.indexOf('='));
            give(rollback, option, given.substring(given.indexOf('=') + 1));
            refused(rollback, "CONFIG", "-Didp-scripts." + given + " is no whole number");
            give(rollback, option, null);
        }
    }

    @Test
    void anotherGoalsOptionIsNamed(@InjectMojo(goal = "validate") AbstractMojo validate) throws Exception {
        set("skip", "");
        set("prune", "true");
        Mockito.when(session.getGoals()).thenReturn(List.of("idp-scripts:validate", "other:apply"));
        validate.execute();
        assertTrue(told().contains("-Didp-scripts.prune has no effect on validate: it is an option of "));
        Mockito.when(session.getGoals())
                .thenReturn(List.of("idp-scripts:validate", "dev.idpscripts:idp-scripts-maven-plugin:0.1.0:apply@x"));
        validate.execute();
        assertFalse(told().contains("prune"));
    }

    @Test
    void aSwitchWithoutValueIsOn(@InjectMojo(goal = "validate") AbstractMojo validate) throws Exception {
        set("skip", "");
        repo.file("target/idp-scripts/result.json", "of an earlier run");
        validate.execute();
        assertEquals("Skipped, because idp-scripts.skip is set.", said());
        assertEquals("of an earlier run", repo.read("target/idp-scripts/result.json"));
    }
}
