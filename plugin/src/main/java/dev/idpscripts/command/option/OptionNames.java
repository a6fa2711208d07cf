package dev.idpscripts.command.option;

import dev.idpscripts.model.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What options are called, and what was meant by a name that is nearly one.
 *
 * @param known all options of all goals
 */
public record OptionNames(List<KnownOption> known) {

    /** What begins nearly as options do, such as {@code idpscripts.} and {@code idp-script.}. */
    private static final Pattern NEARLY = Pattern.compile("(?i)idp[-_.]?scripts?[-_.:]+(?=[a-z])");

    /** The goals that take this option; none if nothing knows it. */
    List<String> goals(GivenOption given) {
        return known.stream()
                .filter(option -> option.is(given))
                .map(KnownOption::goal)
                .distinct()
                .toList();
    }

    /** What one goal knows by this name. */
    Optional<KnownOption> of(String goal, GivenOption given) {
        return of(goal).filter(option -> option.is(given)).findFirst();
    }

    /** What a name without prefix was probably meant to be, rather one of this goal. */
    Optional<String> meant(String goal, GivenOption given) {
        String name = given.name();
        return alike(name, given)
                .or(() -> Suggestion.nearest(name, names(given, of(goal))))
                .or(() -> Suggestion.nearest(name, names(given, known.stream())));
    }

    /** The option whose prefix alone was mistyped, or put with other separators or capitals. */
    Optional<String> behindOtherPrefix(GivenOption given) {
        Matcher prefix = NEARLY.matcher(given.key());
        return given.isOurs() || !prefix.lookingAt()
                ? Optional.empty()
                : alike(given.key().substring(prefix.end()), given);
    }

    private Optional<String> alike(String name, GivenOption given) {
        String letters = KnownOption.letters(name);
        return names(given, known.stream()).stream()
                .filter(known -> KnownOption.letters(known).equals(letters))
                .findFirst();
    }

    /** Whether a goal has an option of this name. */
    public boolean takes(String goal, String option) {
        return of(goal).anyMatch(known -> known.name().equals(option));
    }

    /** All that a goal takes. */
    Stream<KnownOption> of(String goal) {
        return known.stream().filter(option -> option.goal().equals(goal));
    }

    private static List<String> names(GivenOption given, Stream<KnownOption> options) {
        return options.map(option -> option.calledAs(given))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
