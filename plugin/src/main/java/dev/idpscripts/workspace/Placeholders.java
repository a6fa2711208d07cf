package dev.idpscripts.workspace;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.Suggestion;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.workspace.file.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills an environment's values into bodies: {@code @@name@@} becomes the value, {@code @@@@} a literal {@code @@}. A
 * single {@code @} is just that, also right before a placeholder. Any other {@code @@} is a mistake, so that a typo never
 * reaches a server.
 */
public final class Placeholders {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final Pattern PLACEHOLDER = Pattern.compile("@@@@|@@(" + NAME + ")@@|@@(?!@)");

    private final Environment environment;

    public Placeholders(Environment environment) {
        this.environment = environment;
    }

    /** Whether a value can be given this name. */
    static boolean isName(String text) {
        return text.matches(NAME);
    }

    /**
     * A text with its values.
     *
     * @param substitutions where values were filled in
     */
    public record Filled(String text, List<Source.Substitution> substitutions) {}

    /**
     * Fills the values in.
     *
     * @param at where in a file the text's character of this index stands
     * @return empty, with problems added, if a value is unknown
     */
    public Optional<Filled> fill(String text, IntFunction<SourceLocation> at, Problems problems) {
        StringBuilder filled = new StringBuilder();
        List<Source.Substitution> substitutions = new ArrayList<>();
        Matcher m = PLACEHOLDER.matcher(text);
        boolean good = true;
        while (m.find()) {
            Optional<String> value = value(m, at.apply(m.start()), problems);
            m.appendReplacement(filled, "");
            int begin = filled.length();
            filled.append(value.orElse(""));
            substitutions.add(new Source.Substitution(m.start(), m.end(), begin, filled.length()));
            good &= value.isPresent();
        }
        m.appendTail(filled);
        return good ? Optional.of(new Filled(filled.toString(), substitutions)) : Optional.empty();
    }

    private Optional<String> value(Matcher m, SourceLocation origin, Problems problems) {
        if (m.group().equals("@@@@")) {
            return Optional.of("@@");
        }
        String name = m.group(1);
        if (name == null) {
            problems.add(origin, "@@ begins a placeholder such as @@mail-domain@@; for a literal @@ write @@@@");
            return Optional.empty();
        }
        String value = environment.values().get(name);
        if (value == null) {
            problems.add(
                    origin,
                    "@@" + name + "@@ has no value in " + environment.origin().file() + ": add it under \"values\""
                            + Suggestion.didYouMean(name, environment.values().keySet()));
        }
        return Optional.ofNullable(value);
    }
}
