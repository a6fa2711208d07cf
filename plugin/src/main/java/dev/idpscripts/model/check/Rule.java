package dev.idpscripts.model.check;

import java.util.Arrays;
import java.util.Optional;

/** What a finding is about. The ids are stable: people filter by them. */
public enum Rule {
    FILE("file", "The files are well-formed, complete and consistent."),
    SCRIPT_COMPILES(
            "script-compiles", "The scripting language's own compiler takes the script, with the variables it sees."),
    SERVER_COMPILES("server-compiles", "The server's compiler takes the script."),
    FUNCTION_SCOPE(
            "function-scope", "Functions read only what they are given: they cannot see the script's variables."),
    UNKNOWN_FUNCTION("unknown-function", "Functions that are called exist, with that number of arguments."),
    CONSTANT_ASSIGNMENT("constant-assignment", "Nothing is assigned to what the server gives as a constant."),
    PLACEHOLDER_VALUE("placeholder-value", "Each placeholder has a value in each environment."),
    JSON_VALUES("json-values", "Whatever a script leaves in output and attributes can be JSON."),
    OPERATION_LIMIT("operation-limit", "A script stays well below the server's limit of operations."),
    EMPTY_SCRIPT("empty-script", "A script has a body that does something."),
    HIDDEN_CHARACTER(
            "hidden-character",
            "A script has no characters that are not seen, or that change the order in which it is read.");

    private final String id;
    private final String meaning;

    Rule(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** The rule of an id; empty if there is none. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    /** Such as {@code function-scope}. */
    public String id() {
        return id;
    }

    /** What holds where the rule is kept, as one sentence. */
    public String meaning() {
        return meaning;
    }
}
