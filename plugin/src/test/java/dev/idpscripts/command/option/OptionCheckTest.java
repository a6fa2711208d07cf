package dev.idpscripts.command.option;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.command.option.GivenOption.Source;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that nothing knows, that nothing here uses, and values that are none. */
class OptionCheckTest {

    private static final OptionNames NAMES = new OptionNames(List.of(
            option("rollback", "environment"),
            option("rollback", "steps"),
            option("rollback", "overwriteDrift"),
            aSwitch("rollback", "dryRun"),
            new KnownOption("rollback", "sandbox.directory", "sandboxDirectory", false),
            option("plan", "environment"),
            aSwitch("plan", "prune"),
            aSwitch("plan", "failOnChanges"),
            option("status", "environments"),
            new KnownOption("new", "value.", "", false),
            option("dry-run", "version"),
            new KnownOption("sandbox", "sandbox.token", "", false)));

    private static final OptionCheck CHECK = check("rollback", "rollback");

    private static KnownOption option(String goal, String name) {
        return new KnownOption(goal, name, name, false);
    }

    private static KnownOption aSwitch(String goal, String name) {
        return new KnownOption(goal, name, name, true);
    }

    private static OptionCheck check(String goal, String... run) {
        return new OptionCheck(NAMES, goal, Set.of(run), Set.of("env.HOME", "stage")::contains);
    }

    private static GivenOption line(String key, String value) {
        return new GivenOption(Source.COMMAND_LINE, key, value);
    }

    private static GivenOption pom(String key, String value) {
        return new GivenOption(Source.PROPERTIES, key, value);
    }

    private static GivenOption element(String key, String value) {
        return new GivenOption(Source.CONFIGURATION, key, value);
    }

    private static String refused(GivenOption... given) {
        UserError e = assertThrows(UserError.class, () -> CHECK.refuse(List.of(given)));
        assertEquals(ErrorCode.PARAMETER_INVALID, e.code());
        assertTrue(e.getMessage()
                .endsWith("Nothing was read, and nothing was changed."
                        + " To see all options:\n  mvn idp-scripts:help -Ddetail -Dgoal=rollback"));
        return e.what();
    }

    @ParameterizedTest
    @CsvSource({
        "idp-scripts.dryrun, dryRun",
        "idp-scripts.dry-run, dryRun",
        "idp-scripts.dry_run, dryRun",
        "idp-scripts.DRYRUN, dryRun",
        "idp-scripts.dryRum, dryRun",
        "idp-scripts.dry, dryRun",
        "idp-scripts.enviroment, environment",
        "idp-scripts.Environment, environment",
        "idp-scripts.env, environment",
        "idp-scripts.overwrite-drift, overwriteDrift",
        "idp-scripts.overwiteDrift, overwriteDrift",
        "idp-scripts.sandbox-directory, sandbox.directory",
        "idp-scripts.sandboxDirectory, sandbox.directory",
        "idp-scripts.failonchanges, failOnChanges",
        "idpscripts.dryRun, dryRun",
        "idp-script.environment, environment",
        "idpScripts.environment, environment",
        "idp.scripts.dry-run, dryRun",
        "IDP_SCRIPTS_dryRun, dryRun",
        "idp-scripts-dryRun, dryRun",
        "idp-scripts:steps, steps",
    })
    void whatNothingKnowsIsRefusedWithWhatWasMeant(String key, String meant) {
        assertEquals(
                "-D" + key + " is no option; did you mean \"-Didp-scripts." + meant + "\"?", refused(line(key, "x")));
    }

    @Test
    void whatIsNearNothingIsRefusedToo() {
        assertEquals("-Didp-scripts.colour is no option.", refused(line("idp-scripts.colour", "x")));
        assertEquals("-Didp-scripts. is no option.", refused(line("idp-scripts.", "x")));
        assertEquals(
                "-Didp-scripts.value. is no option; did you mean \"-Didp-scripts.value.KEY\"?",
                refused(line("idp-scripts.value.", "x")));
    }

    @Test
    void thePomIsHeldAgainstTheSameNames() {
        assertEquals(
                "<idp-scripts.enviroment> among the properties of the POM is no option; did you mean \"<idp-scripts.environment>\"?",
                refused(pom("idp-scripts.enviroment", "x")));
        assertEquals(
                "<dryrun> in the plugin's <configuration> is no option; did you mean \"<dryRun>\"?",
                refused(element("dryrun", "true")));
        assertEquals(
                "<sandbox.directory> in the plugin's <configuration> is no option; did you mean \"<sandboxDirectory>\"?",
                refused(new GivenOption(Source.EXECUTION, "sandbox.directory", "x")));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertEquals(
                2,
                refused(line("idp-scripts.a", ""), line("idp-scripts.dryRun", "1"))
                        .lines()
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "yes", "no", "TRUE", "True", "on", "y", " true", "flase", "null"})
    void aSwitchIsTrueOrFalse(String value) {
        String told = "\"" + value
                + "\", which is neither true nor false. Give true, false, or nothing behind the name, which means true.";
        assertEquals("-Didp-scripts.dryRun is " + told, refused(line("idp-scripts.dryRun", value)));
        assertEquals(
                "<idp-scripts.dryRun> among the properties of the POM is " + told,
                refused(pom("idp-scripts.dryRun", value)));
        assertEquals("<dryRun> in the plugin's <configuration> is " + told, refused(element("dryRun", value)));
    }

    @ParameterizedTest
    @CsvSource({
        "${env.NIX}, env.NIX, the environment variable NIX",
        "eu-${env.NIX}, env.NIX, the environment variable NIX",
        "${env.HOME}/${env.NIX}, env.NIX, the environment variable NIX",
        "${nix}, nix, the property nix",
    })
    void aVariableThatIsNotSetIsNamed(String value, String name, String thing) {
        assertEquals(
                "-Didp-scripts.environment takes ${" + name + "}, and " + thing
                        + " is not set. Set it, or give a value.",
                refused(line("idp-scripts.environment", value)));
    }

    static Stream<GivenOption> harmless() {
        return Stream.of(
                line("idp-scripts.dryRun", "true"),
                line("idp-scripts.dryRun", "false"),
                line("idp-scripts.dryRun", ""),
                line("idp-scripts.environment", "${env.HOME}"),
                line("idp-scripts.environment", "${stage}"),
                line("idp-scripts.overwriteDrift", "costs ${b} each"),
                line("idp-scripts.value.anything", "x"),
                line("idp-scripts.sandbox.token", "x"),
                line("maven.test.skip", "x"),
                line("idp.url", "https://idp.example.com"),
                line("scripts.dryRun", "x"),
                line("idp-scripts-maven-plugin.version", "0.1.0"),
                pom("idp-scripts.version", "0.1.0"),
                pom("idpscripts.version", "0.1.0"),
                element("environments", ""));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void theseAreLegal(GivenOption option) {
        assertDoesNotThrow(() -> CHECK.refuse(List.of(option)));
    }

    @Test
    void whatOnlyAnotherGoalKnowsIsNamedWhereSomebodyTypedIt() {
        GivenOption prune = line("idp-scripts.prune", "true");
        assertEquals(
                List.of("-Didp-scripts.prune has no effect on rollback: it is an option of plan."),
                CHECK.warnings(List.of(prune)));
        assertEquals(List.of(), check("rollback", "rollback", "plan").warnings(List.of(prune)));
        assertEquals(List.of(), CHECK.warnings(List.of(pom("idp-scripts.prune", "true"), element("prune", "true"))));
        assertEquals(
                List.of("<prune> in the plugin's <configuration> has no effect on rollback: it is an option of plan."),
                CHECK.warnings(List.of(new GivenOption(Source.EXECUTION, "prune", "true"))));
    }

    @Test
    void whatTheConfigurationOverrulesIsNamed() {
        GivenOption typed = line("idp-scripts.dryRun", "true");
        assertEquals(
                List.of(
                        "-Didp-scripts.dryRun has no effect: <dryRun> in the plugin's <configuration> wins. Where options are to change"
                                + " it, let it stand in <properties>, as <idp-scripts.dryRun>."),
                CHECK.warnings(List.of(element("dryRun", "false"), typed)));
        assertEquals(List.of(), CHECK.warnings(List.of(element("dryRun", "true"), typed)));
        assertEquals(List.of(), CHECK.warnings(List.of(element("dryRun", ""), typed)));
    }

    @Test
    void aPropertyOfThePomThatIsNearlyAnOptionIsNamed() {
        assertEquals(
                List.of(
                        "<idpscripts.dryRun> among the properties of the POM is no option; did you mean \"<idp-scripts.dryRun>\"?"),
                CHECK.warnings(List.of(
                        pom("idpscripts.dryRun", "true"), pom("idpscripts.version", "1"), pom("idp.url", "x"))));
    }

    @Test
    void aSwitchWithoutValueIsOn() {
        assertEquals(List.of("dryRun"), CHECK.switchedOn(List.of(line("idp-scripts.dryRun", ""))));
        assertEquals(List.of("dryRun"), CHECK.switchedOn(List.of(pom("idp-scripts.dryRun", ""))));
        assertEquals(List.of("dryRun"), CHECK.switchedOn(List.of(element("dryRun", ""))));
        assertEquals(
                List.of(),
                CHECK.switchedOn(List.of(line("idp-scripts.dryRun", "false"), pom("idp-scripts.dryRun", ""))));
        assertEquals(List.of(), CHECK.switchedOn(List.of(element("dryRun", ""), line("idp-scripts.dryRun", "false"))));
        assertEquals(List.of(), CHECK.switchedOn(List.of(element("dryRun", "false"), line("idp-scripts.dryRun", ""))));
        assertEquals(
                List.of(),
                CHECK.switchedOn(List.of(line("idp-scripts.environment", ""), line("idp-scripts.prune", ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.5", "010", "0x10", "1e3", "+3", " 3", "3 ", "١", "99999999999", "-1", "101"})
    void aNumberIsAWholeOne(String given) {
        UserError e = assertThrows(UserError.class, () -> NumberOption.parse("maxDeletePercent", given, 0, 100));
        assertEquals(
                "-Didp-scripts.maxDeletePercent=" + given
                        + " is no whole number from 0 to 100\nGive one, or leave the option out. Nothing was changed.",
                e.getMessage());
    }

    @Test
    void aNumberThatIsOne() {
        assertEquals(100, NumberOption.parse("maxDeletePercent", "100", 0, 100));
        assertEquals(0, NumberOption.parse("steps", "0"));
        assertEquals(null, NumberOption.parse("steps", null));
        UserError e = assertThrows(UserError.class, () -> NumberOption.parse("version", "0", 1, Integer.MAX_VALUE));
        assertEquals("-Didp-scripts.version=0 is no whole number from 1", e.what());
    }
}
