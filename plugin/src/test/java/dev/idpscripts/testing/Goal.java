package dev.idpscripts.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A goal of the plugin and what it does in the runs of {@code EveryGoalIT}.
 *
 * @param outcome what its result says there; empty if it leaves none
 * @param says a part of what it prints there
 */
public record Goal(String name, Kind kind, String outcome, String says) {

    /** How a goal is to be treated. */
    public enum Kind {
        /** It does something, and tells it in its result. */
        DOES,
        /** It shows something, also as JSON. */
        SHOWS,
        /** It runs until it is stopped. */
        STAYS,
        /** It needs an execution log, so that it runs after the others. */
        FOLLOWS,
        /** Maven's own tools made it: it explains, and leaves nothing. */
        EXPLAINS
    }

    /** All goals; those that can run one after the other stand in an order in which they can. */
    public static final List<Goal> ALL = List.of(
            new Goal("init", Kind.DOES, "APPLIED", "A new repository is in "),
            new Goal("validate", Kind.DOES, "NO_CHANGES", "Valid: 1 script, 1 binding, 1 template."),
            new Goal("test", Kind.DOES, "NO_CHANGES", "1 test passed, 0 failed."),
            new Goal("new", Kind.DOES, "APPLIED", "  created    scripts/fresh.rhai"),
            new Goal("plan", Kind.DOES, "CHANGES", "Plan: create 2 scripts, 1 template and 1 binding."),
            new Goal("show", Kind.DOES, "CHANGES", "Plan: create 2 scripts, 1 template and 1 binding."),
            new Goal("apply", Kind.DOES, "APPLIED", "Read again: the server holds what the files declare."),
            new Goal("status", Kind.SHOWS, "NO_CHANGES", "2 scripts in sandbox"),
            new Goal("versions", Kind.SHOWS, "NO_CHANGES", "Login name"),
            new Goal("diff", Kind.DOES, "NO_CHANGES", "No difference."),
            new Goal("pipeline", Kind.SHOWS, "NO_CHANGES", "Corporate LDAP"),
            new Goal("analytics", Kind.SHOWS, "NO_CHANGES", "Login name"),
            new Goal("releases", Kind.SHOWS, "NO_CHANGES", "applied"),
            new Goal("audit", Kind.SHOWS, "NO_CHANGES", "version_created"),
            new Goal("doctor", Kind.SHOWS, "NO_CHANGES", "sandbox: all is well"),
            new Goal("drift", Kind.DOES, "NO_CHANGES", "No drift: nobody changed"),
            new Goal("deactivate", Kind.DOES, "APPLIED", "Applied: change 1 script."),
            new Goal("activate", Kind.DOES, "APPLIED", "Applied: change 1 script."),
            new Goal("dry-run", Kind.DOES, "NO_CHANGES", "Dry run of Login name, version 2 on the server"),
            new Goal("logs", Kind.SHOWS, "NO_CHANGES", "success"),
            new Goal("pull", Kind.DOES, "NO_CHANGES", "Nothing to pull: 6 files stay unchanged."),
            new Goal("rollback", Kind.DOES, "APPLIED", "Read again: everything is as the plan says."),
            new Goal("capture", Kind.FOLLOWS, "APPLIED", "  updated    scripts/login-name.tests.yaml"),
            new Goal("sandbox", Kind.STAYS, "NO_CHANGES", "idp-scripts sandbox ready: http://127.0.0.1:"),
            new Goal("watch", Kind.STAYS, "CHANGES", "Valid: 1 script, 1 binding, 1 template."),
            new Goal("help", Kind.EXPLAINS, "", "idp-scripts:apply"));

    /** Their options; those that several goals have mean the same to all. */
    public static final Map<String, String> OPTIONS = Map.of(
            "script", "Login name",
            "template", "start",
            "values", "{value: x}",
            "on", "server",
            "version", "2",
            "reason", "INC-77",
            "toVersion", "1");

    /** Whether it prints what it says also when Maven is told to be quiet: what the sandbox is started for. */
    public boolean saysItQuietly() {
        return name.equals("sandbox");
    }

    /** Whether it works for one environment, and says so first. */
    public boolean isOfAnEnvironment() {
        return !List.of("init", "sandbox", "help").contains(name);
    }

    /** The options for a command line. */
    public static List<String> options() {
        return OPTIONS.entrySet().stream()
                .map(option -> "-Didp-scripts." + option.getKey() + "=" + option.getValue())
                .toList();
    }

    /** The options as properties of a POM. */
    public static String properties() {
        return OPTIONS.entrySet().stream()
                .map(option -> "<idp-scripts." + option.getKey() + ">" + option.getValue() + "</idp-scripts."
                        + option.getKey() + ">")
                .collect(Collectors.joining("\n"));
    }

    /** The goals of some kinds, in their order. */
    public static List<Goal> of(Kind... kinds) {
        return ALL.stream().filter(goal -> List.of(kinds).contains(goal.kind())).toList();
    }
}
