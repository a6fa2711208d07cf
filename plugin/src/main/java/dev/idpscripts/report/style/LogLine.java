package dev.idpscripts.report.style;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes out to a terminal or a log, whoever wrote it: nothing in it is hidden, and nothing commands the terminal or a CI server. */
public final class LogLine {

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    private LogLine() {}

    /**
     * The text, line by line.
     *
     * @param coloured whether codes of colours are this plugin's own
     */
    public static String of(String text, boolean coloured) {
        return Stream.of(Text.LINE_END.split(text, -1))
                .map(line -> coloured ? betweenColours(line) : plain(line))
                .collect(Collectors.joining("\n"));
    }

    private static String betweenColours(String line) {
        StringBuilder out = new StringBuilder();
        Matcher colours = COLOUR.matcher(line);
        int from = 0;
        while (colours.find()) {
            out.append(Text.clean(line.substring(from, colours.start()))).append(colours.group());
            from = colours.end();
        }
        return CiCommands.broken(out.append(Text.clean(line.substring(from))).toString());
    }

    private static String plain(String line) {
        return CiCommands.broken(Text.clean(line));
    }
}
