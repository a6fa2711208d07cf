package dev.idpscripts.report.markdown;

import dev.idpscripts.report.style.Text;
import java.util.regex.Pattern;

/**
 * Text in GitHub's and GitLab's Markdown that means itself: no markup, no HTML, no link, and no mention that would call
 * somebody.
 */
final class Markdown {

    /** What begins markup, HTML or an entity; a backslash takes that away (CommonMark 2.4). */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>|~&^$]");

    /** A sign that makes a link of what follows: people, issues, merge requests, milestones; and addresses. */
    private static final Pattern REFERENCE = Pattern.compile("([@#!%]|:(?=//)|(?i:www))(?=[\\p{L}\\p{N}\"{./])");

    /** A word joiner: nothing is seen of it, and what it stands in is no reference. */
    private static final String JOINER = "\u2060";

    private Markdown() {}

    /** A text in a line. */
    static String text(String text) {
        String apart = REFERENCE.matcher(line(text)).replaceAll("$1" + JOINER);
        return MARKUP.matcher(apart).replaceAll("\\\\$0");
    }

    /** A text as code in a line: between more backticks than it has. In code nothing is a reference. */
    static String code(String text) {
        String line = line(text);
        String ticks = "`".repeat(longestRun(line) + 1);
        boolean apart = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
        return apart ? ticks + " " + line + " " + ticks : ticks + line + ticks;
    }

    /** A fence that no line of the text can close. */
    static String fence(String text) {
        return "`".repeat(Math.max("```".length(), longestRun(text) + 1));
    }

    private static String line(String text) {
        return Text.clean(text.replaceAll("\\s", " ")).strip();
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
