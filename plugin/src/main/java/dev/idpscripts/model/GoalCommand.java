package dev.idpscripts.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A goal of this plugin as somebody types it. All commands that are printed are composed here; what they need of the surroundings, such as
 * the environment, is added where they are said ({@link #completed}).
 *
 * @param call what Maven is told before the goal, such as {@code mvn idp-scripts:}
 * @param options by name without {@code idp-scripts.}, in the order in which they are typed; an empty value for a switch
 */
public record GoalCommand(String call, String goal, Map<String, String> options) {

    /** How the plugin is called where its prefix is known. */
    public static final String BY_PREFIX = "mvn idp-scripts:";

    private static final String OPTION = " -Didp-scripts.";

    /** A quote between single quotes. */
    private static final String QUOTE = "'\\''";

    /** Means the same to every shell. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@+,=-]*");

    /** Means the same to every shell within double quotes. */
    private static final Pattern QUOTABLE = Pattern.compile("[^\"$`\\\\!%]*");

    private static final Pattern GIVEN = Pattern.compile(OPTION.replace(".", "\\.")
            + "([a-zA-Z.]*[a-zA-Z])(?:=(\"[^\"]*\"|(?:'[^']*'|\\\\')+|[^\\s\"';)]*[\\p{L}\\p{N}_/]))?");

    private static final Pattern COMMAND = Pattern.compile(BY_PREFIX + "([a-z]+(?:-[a-z]+)*)((?:" + GIVEN + ")*)");

    public GoalCommand {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Without options. */
    public static GoalCommand of(String goal) {
        return new GoalCommand(BY_PREFIX, goal, Map.of());
    }

    /** The same with an option more, or with another value of one. */
    public GoalCommand with(String option, Object value) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.put(option, value.toString());
        return new GoalCommand(call, goal, all);
    }

    /** The same with a switch turned on. */
    public GoalCommand with(String option) {
        return with(option, "");
    }

    /** The same without an option. */
    public GoalCommand without(String option) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.remove(option);
        return new GoalCommand(call, goal, all);
    }

    /** The text with each command in it as this gives it back. */
    public static String completed(String text, UnaryOperator<GoalCommand> complete) {
        return COMMAND.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        complete.apply(read(found.group(1), found.group(2))).toString()));
    }

    private static GoalCommand read(String goal, String options) {
        Map<String, String> given = new LinkedHashMap<>();
        GIVEN.matcher(options).results().forEach(option -> given.put(option.group(1), unquoted(option.group(2))));
        return new GoalCommand(BY_PREFIX, goal, given);
    }

    private static String unquoted(String value) {
        if (value == null) {
            return "";
        }
        if (value.startsWith("\"") || value.startsWith("'")) {
            return value.substring(1, value.length() - 1).replace(QUOTE, "'");
        }
        return value;
    }

    /** A word that a shell takes as it is. */
    public static String quoted(String value) {
        if (PLAIN.matcher(value).matches()) {
            return value;
        }
        return QUOTABLE.matcher(value).matches() ? "\"" + value + "\"" : "'" + value.replace("'", QUOTE) + "'";
    }

    /** To be typed as it stands, in a shell. */
    @Override
    public String toString() {
        return call
                + goal
                + options.entrySet().stream()
                        .map(option -> OPTION
                                + option.getKey()
                                + (option.getValue().isEmpty() ? "" : "=" + quoted(option.getValue())))
                        .collect(Collectors.joining());
    }
}
