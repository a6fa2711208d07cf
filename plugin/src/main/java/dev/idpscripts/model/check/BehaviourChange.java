package dev.idpscripts.model.check;

import java.util.List;

/**
 * A test's context under which the new body gives another result than the old one.
 *
 * @param test the test's name
 * @param differences expected: what the old body gives; got: what the new one gives
 */
public record BehaviourChange(String test, List<Difference> differences) {

    public BehaviourChange {
        differences = List.copyOf(differences);
    }
}
