package dev.idpscripts.workspace;

import dev.idpscripts.model.Origin;
import dev.idpscripts.model.declared.Environment;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills an environment's values into bodies: {@code @@name@@} becomes the value, {@code @@@@} a literal {@code @@}. A
 * single {@code @} is just that, also right before a placeholder. Any other {@code @@} is a mistake, so that a typo never
 * reaches a server.
 */
final class Placeholders {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final Pattern PLACEHOLDER = Pattern.compile("@@@@|@@(" + NAME + ")@@|@@(?!@)");

    private final Environment environment;

    Placeholders(Environment environment) {
        this.environment = environment;
    }

    /** Whether a value can be given this name. */
    static boolean isName(String text) {
        return text.matches(NAME);
    }

    /** The text with all values; empty, with problems added, if one is unknown. */
    Optional<String> fill(TextFile file, String text, Problems problems) {
        StringBuilder filled = new StringBuilder();
        Matcher m = PLACEHOLDER.matcher(text);
        boolean good = true;
        while (m.find()) {
            Optional<String> value = value(m, file.positionAfter(text.substring(0, m.start())), problems);
            m.appendReplacement(filled, Matcher.quoteReplacement(value.orElse("")));
            good &= value.isPresent();
        }
        m.appendTail(filled);
        return good ? Optional.of(filled.toString()) : Optional.empty();
    }

    private Optional<String> value(Matcher m, Origin origin, Problems problems) {
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
