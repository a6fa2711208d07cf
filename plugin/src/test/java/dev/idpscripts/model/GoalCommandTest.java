package dev.idpscripts.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands are typed as they are printed, and are found again in sentences. */
class GoalCommandTest {

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("staging", "staging"),
                arguments("Prüfung", "Prüfung"),
                arguments("target/idp-scripts/plan.json", "target/idp-scripts/plan.json"),
                arguments("a,b", "a,b"),
                arguments("Login name", "\"Login name\""),
                arguments("it's", "\"it's\""),
                arguments("a;rm -rf /", "\"a;rm -rf /\""),
                arguments("$HOME", "'$HOME'"),
                arguments("`id`", "'`id`'"),
                arguments("say \"no\"", "'say \"no\"'"),
                arguments("50 % off!", "'50 % off!'"),
                arguments("\"it's\"", "'\"it'\\''s\"'"),
                arguments("C:\\plans", "'C:\\plans'"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void isQuotedForTheShell(String value, String typed) {
        GoalCommand command = GoalCommand.of("apply").with("script", value).with("prune");
        assertEquals(
                "mvn idp-scripts:apply -Didp-scripts.script=" + typed + " -Didp-scripts.prune", command.toString());
        assertEquals(command.toString(), GoalCommand.completed(command.toString(), same -> same));
        assertEquals(
                "mvn idp-scripts:apply -Didp-scripts.script=" + typed
                        + " -Didp-scripts.prune -Didp-scripts.environment=x.",
                GoalCommand.completed(command + ".", found -> found.with("environment", "x")));
    }

    @Property(tries = 500)
    void isReadBackAsItWasMeant(@ForAll @NotBlank String value) {
        String clean = value.replaceAll("[\\r\\n\u0000]", "");
        GoalCommand meant = GoalCommand.of("apply").with("script", clean);
        GoalCommand.completed("Type: " + meant, found -> {
            assertEquals(meant, found);
            return found;
        });
    }

    @Test
    void isFoundInSentences() {
        String text =
                "mvn idp-scripts:plan, look at it; then (mvn idp-scripts:dry-run -Didp-scripts.context=c.json). Or"
                        + " mvn idp-scripts:help -Ddetail -Dgoal=plan. mvn idp-scripts:status.";
        assertEquals(
                "mvn idp-scripts:plan -Didp-scripts.e=1, look at it; then (mvn idp-scripts:dry-run -Didp-scripts.context=c.json"
                        + " -Didp-scripts.e=1). Or mvn idp-scripts:help -Didp-scripts.e=1 -Ddetail -Dgoal=plan."
                        + " mvn idp-scripts:status -Didp-scripts.e=1.",
                GoalCommand.completed(text, found -> found.with("e", 1)));
    }
}
