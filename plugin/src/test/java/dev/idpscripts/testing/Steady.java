package dev.idpscripts.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which what differs from run to run is named instead: ids by their order, times not at all. */
public final class Steady {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Map<String, String> PEOPLE = Map.of(
            "a0000000-0000-4000-8000-000000000001", "<us>",
            "a0000000-0000-4000-8000-000000000003", "<colleague>",
            "00000000-0000-0000-0000-000000000001", "<tenant>",
            "00000000-0000-0000-0000-000000000000", "<nobody>");

    private Steady() {}

    public static String text(String text) {
        Map<String, String> ids = new LinkedHashMap<>();
        String named = ID.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(PEOPLE.getOrDefault(
                        match.group(), ids.computeIfAbsent(match.group(), id -> "<id " + (ids.size() + 1) + ">"))));
        return named.replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC", "<time>")
                .replaceAll("\"hash\" : \"[0-9a-f]{64}\"", "\"hash\" : \"<hash>\"");
    }
}
