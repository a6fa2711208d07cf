package dev.idpscripts.model.plan;

import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.declared.Environment;
import java.util.UUID;

/**
 * The server a plan is for.
 *
 * @param environment the environment's name
 * @param url the server's address, or {@code sandbox}
 * @param tenant whose objects
 */
public record Target(String environment, String url, UUID tenant) {

    /** Stands for the address of the embedded server, whose port differs from run to run. */
    public static final String SANDBOX = "sandbox";

    /** The command that runs a goal for this environment. */
    public GoalCommand goal(String goal) {
        return GoalCommand.of(goal).with("environment", environment);
    }

    public static Target of(Environment environment) {
        return new Target(
                environment.name(), environment.url().map(Object::toString).orElse(SANDBOX), environment.tenant());
    }
}
