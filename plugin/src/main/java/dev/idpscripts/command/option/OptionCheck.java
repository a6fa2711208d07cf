package dev.idpscripts.command.option;

import dev.idpscripts.command.option.GivenOption.Source;
import dev.idpscripts.model.GoalCommand;
import dev.idpscripts.model.Phrase;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds the options that were given against those that there are: an option that does nothing must not pass for one that did something.
 *
 * <p>What nothing in the plugin knows is refused wherever it stands. What only another goal knows is worth a warning on the command line:
 * properties and the plugin's {@code <configuration>} are there for all goals, those of an execution for its own.
 *
 * @param goal the one that is to run
 * @param run all goals of this call of Maven, that one too
 * @param isSet whether Maven knows a property or a variable, such as {@code env.HOME}
 */
public record OptionCheck(OptionNames names, String goal, Set<String> run, Predicate<String> isSet) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(env\\.[^{}$]+)}");
    private static final Pattern NOTHING_ELSE = Pattern.compile("\\$\\{([^{}$]+)}");

    /** Enough to see which kind of goal takes it. */
    private static final int MOST = 5;

    /** A name that many give to the property that holds the plugin's version, with a prefix of their own. */
    private static final String VERSION = "version";

    /**
     * Refuses what would do nothing, or not what it says.
     *
     * @throws UserError that names all of it
     */
    public void refuse(List<GivenOption> given) {
        List<String> wrong =
                told(given, List.of(this::unknown, this::withOtherPrefix, this::neitherTrueNorFalse, this::unset));
        if (!wrong.isEmpty()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    String.join("\n", wrong),
                    "Nothing was read, and nothing was changed. To see all options:\n  " + GoalCommand.of("help")
                            + " -Ddetail -Dgoal=" + goal);
        }
    }

    /** What does nothing here, in sentences. */
    public List<String> warnings(List<GivenOption> given) {
        return told(
                given, List.of(this::ofAnotherGoal, option -> overruled(option, given), this::inThePomWithOtherPrefix));
    }

    /** The elements of this goal's switches that were given without a value, which means true. */
    public List<String> switchedOn(List<GivenOption> given) {
        return names.of(goal)
                .filter(KnownOption::isSwitch)
                .filter(known -> given.stream()
                        .filter(known::is)
                        .min(Comparator.comparing(GivenOption::isWeak).thenComparing(GivenOption::source))
                        .filter(option -> option.value().isEmpty())
                        .isPresent())
                .map(KnownOption::element)
                .toList();
    }

    private static List<String> told(List<GivenOption> given, List<Function<GivenOption, Optional<String>>> rules) {
        return given.stream()
                .flatMap(option -> rules.stream()
                        .flatMap(rule -> rule.apply(option).stream())
                        .limit(1))
                .toList();
    }

    private Optional<String> unknown(GivenOption option) {
        return option.isOurs() && names.goals(option).isEmpty()
                ? Optional.of(noOption(option, names.meant(goal, option)))
                : Optional.empty();
    }

    private Optional<String> withOtherPrefix(GivenOption option) {
        return option.source() == Source.COMMAND_LINE
                ? names.behindOtherPrefix(option).map(meant -> noOption(option, Optional.of(meant)))
                : Optional.empty();
    }

    /** In a POM that is only worth a warning, for properties of others may be called so. */
    private Optional<String> inThePomWithOtherPrefix(GivenOption option) {
        return option.source() == Source.PROPERTIES
                ? names.behindOtherPrefix(option)
                        .filter(meant -> !meant.equals(VERSION))
                        .map(meant -> noOption(option, Optional.of(meant)))
                : Optional.empty();
    }

    private static String noOption(GivenOption option, Optional<String> meant) {
        return option.words() + " is no option"
                + meant.map(name -> name.endsWith(".") ? name + "KEY" : name)
                        .map(name -> "; did you mean \"" + option.written(name) + "\"?")
                        .orElse(".");
    }

    private Optional<String> neitherTrueNorFalse(GivenOption option) {
        return names.of(goal, option)
                .filter(known ->
                        known.isSwitch() && !Set.of("true", "false", "").contains(option.value()))
                .map(known -> option.words() + " is \"" + option.value()
                        + "\", which is neither true nor false. Give true, false, or nothing"
                        + " behind the name, which means true.");
    }

    /** Maven leaves what it does not know as it stands, or takes the option for not given. */
    private Optional<String> unset(GivenOption option) {
        if (!option.isOurs() || names.of(goal, option).isEmpty()) {
            return Optional.empty();
        }
        Matcher only = NOTHING_ELSE.matcher(option.value());
        return Stream.concat(
                        VARIABLE.matcher(option.value()).results().map(found -> found.group(1)),
                        only.matches() ? Stream.of(only.group(1)) : Stream.empty())
                .filter(isSet.negate())
                .findFirst()
                .map(name -> option.words() + " takes ${" + name + "}, and " + thing(name)
                        + " is not set. Set it, or give a value.");
    }

    private static String thing(String name) {
        return name.startsWith("env.")
                ? "the environment variable " + name.substring("env.".length())
                : "the property " + name;
    }

    private Optional<String> ofAnotherGoal(GivenOption option) {
        if ((option.source() != Source.COMMAND_LINE && option.source() != Source.EXECUTION) || !option.isOurs()) {
            return Optional.empty();
        }
        List<String> takers = names.goals(option);
        return takers.stream().anyMatch(run::contains)
                ? Optional.empty()
                : Optional.of(option.words() + " has no effect on " + goal + ": it is an option of "
                        + Phrase.some(takers, MOST) + ".");
    }

    /** The plugin's {@code <configuration>} wins over all properties. */
    private Optional<String> overruled(GivenOption option, List<GivenOption> all) {
        if (option.source() != Source.COMMAND_LINE) {
            return Optional.empty();
        }
        return names.of(goal, option).flatMap(known -> all.stream()
                .filter(other -> !other.isProperty()
                        && !other.isWeak()
                        && known.is(other)
                        && !other.value().equals(option.value()))
                .findFirst()
                .map(other -> option.words() + " has no effect: " + other.words()
                        + " wins. Where options are to change it, let it" + " stand in <properties>, as <"
                        + KnownOption.PREFIX + known.name() + ">."));
    }
}
