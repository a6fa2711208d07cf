package dev.idpscripts.command.option;

import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people give them: {@code 24h} and {@code 7d} ago, a day, or a moment. */
public final class TimeOption {

    private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([mhd])");

    private TimeOption() {}

    /**
     * The moment.
     *
     * @param option the option's name without prefix
     * @param given null or blank for none
     * @throws UserError if it cannot be understood
     */
    public static Optional<Instant> parse(String option, String given, Instant now) {
        return parse(option, given, now, false);
    }

    /**
     * The last moment: the end of a day, where one is given, and not its beginning.
     *
     * @param option the option's name without prefix
     * @param given null or blank for none
     * @throws UserError if it cannot be understood
     */
    public static Optional<Instant> last(String option, String given, Instant now) {
        return parse(option, given, now, true);
    }

    private static Optional<Instant> parse(String option, String given, Instant now, boolean last) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        Matcher ago = AGO.matcher(given.strip());
        if (ago.matches()) {
            long n = Long.parseLong(ago.group(1));
            return Optional.of(now.minus(
                    switch (ago.group(2)) {
                        case "m" -> Duration.ofMinutes(n);
                        case "h" -> Duration.ofHours(n);
                        default -> Duration.ofDays(n);
                    }));
        }
        try {
            return Optional.of(
                    given.length() == "2026-01-01".length() ? day(LocalDate.parse(given), last) : Instant.parse(given));
        } catch (DateTimeParseException e) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "-Didp-scripts." + option + "=" + given + " is no time",
                    "Give how long ago, such as 30m, 24h or 7d, a day, such as 2026-03-01, or a moment, such as"
                            + " 2026-03-01T12:00:00Z.");
        }
    }

    /** In UTC. The server counts in microseconds. */
    private static Instant day(LocalDate day, boolean last) {
        return last
                ? day.plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .minus(1, ChronoUnit.MICROS)
                        .toInstant()
                : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
