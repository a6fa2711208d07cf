package dev.idpscripts.command;

import dev.idpscripts.apply.Progress;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.model.view.WatchResult;
import dev.idpscripts.report.style.Style;
import dev.idpscripts.report.text.WatchText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Remembers what was said, and lets something happen at two moments: when a plan was shown, and when all was written. */
final class RecordedConsole implements Console {

    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Runnable shown = () -> {};
    private Runnable written = () -> {};

    /** What happens once, after a plan was shown and before anything is written. */
    void whenShown(Runnable work) {
        shown = work;
    }

    /** What happens once, after everything was written and before it is verified. */
    void whenWritten(Runnable work) {
        written = work;
    }

    String said() {
        return String.join("\n", lines);
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void guide(List<String> printed) {
        print(printed);
    }

    @Override
    public void print(List<String> printed) {
        lines.addAll(printed);
        Runnable next = shown;
        shown = () -> {};
        next.run();
    }

    @Override
    public void say(List<String> sentences) {
        lines.addAll(sentences);
    }

    @Override
    public void warn(List<String> sentences) {
        warnings.addAll(sentences);
    }

    @Override
    public void complain(List<String> sentences) {
        lines.addAll(sentences);
    }

    @Override
    public void handOn(String text) {
        lines.add(text);
    }

    @Override
    public Style style() {
        return Style.PLAIN;
    }

    @Override
    public int width() {
        return 0;
    }

    @Override
    public Progress progress() {
        return new Progress() {

            @Override
            public void begin(int changes) {
                // Nobody watches.
            }

            @Override
            public void done(ApplyResult.Result result) {
                // Nobody watches.
            }

            @Override
            public void end() {
                Runnable next = written;
                written = () -> {};
                next.run();
            }
        };
    }

    @Override
    public Consumer<WatchResult> screen(String title, WatchText text) {
        return result -> print(text.render(result));
    }
}
