package dev.idpscripts.command.session;

import dev.idpscripts.apply.Progress;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.view.WatchResult;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.style.Verbosity;
import dev.idpscripts.report.text.FindingsText;
import dev.idpscripts.report.text.PlanText;
import dev.idpscripts.report.text.WatchText;
import java.util.List;
import java.util.function.Consumer;

/** How a command speaks to people. */
public interface Console {

    /** Prints lines as they are. */
    void print(List<String> lines);

    /** Prints lines that are wide for a reason, with the commands in them as they are to be typed. */
    void guide(List<String> lines);

    /** Prints sentences, folded where somebody is watching. */
    void say(List<String> sentences);

    /** Prints a sentence. */
    default void say(String sentence) {
        say(List.of(sentence));
    }

    /** The same for what people should not miss. */
    void warn(List<String> sentences);

    /** The same for what is wrong. */
    void complain(List<String> sentences);

    /** Hands text on to programs: on standard output, without anything before or after it, however quiet the run is. */
    void handOn(String text);

    /** How to colour. */
    Style style();

    /** Columns to fold at; 0 where nobody is watching. */
    int width();

    /**
     * Shows a plan.
     *
     * @param places shows lines of the files beside what is wrong in them
     * @param unmanaged lists what is on the server and in no file, instead of only counting it
     */
    default void show(Plan plan, FindingsText places, Verbosity verbosity, boolean unmanaged) {
        List<String> lines = new PlanText(style(), places, verbosity, unmanaged, width()).render(plan);
        int good = plan.isApplicable() ? lines.size() : lines.size() - 1;
        for (String line : lines.subList(0, good)) {
            // What is shown of a body is never touched; it stands further in.
            if (line.startsWith("  mvn ")) {
                guide(List.of(line));
            } else {
                print(List.of(line));
            }
        }
        complain(lines.subList(good, lines.size()));
    }

    /** Shows how an apply goes on. */
    Progress progress();

    /**
     * Shows looks at the files, one after the other.
     *
     * @param title stands above each where it takes the place of the one before
     */
    Consumer<WatchResult> screen(String title, WatchText text);
}
