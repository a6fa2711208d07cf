package dev.idpscripts.mojo.maven;

import dev.idpscripts.apply.Progress;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.report.text.ApplyText;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** A bar in the last line of a console; what needs attention goes above it. */
final class BarProgress implements Progress {

    private static final int WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintWriter console;
    private final ApplyText text;
    private final Consumer<String> out;
    private int all;
    private int done;

    BarProgress(PrintWriter console, ApplyText text, Consumer<String> out) {
        this.console = console;
        this.text = text;
        this.out = out;
    }

    @Override
    public void begin(int changes) {
        all = changes;
        draw();
    }

    @Override
    public void done(ApplyResult.Result result) {
        done++;
        if (!result.message().isEmpty()) {
            console.print(CLEAR_LINE);
            console.flush();
            out.accept(text.line(result));
        }
        draw();
    }

    @Override
    public void end() {
        console.print(CLEAR_LINE);
        console.flush();
    }

    private void draw() {
        int filled = all == 0 ? WIDTH : done * WIDTH / all;
        console.print(CLEAR_LINE + "  [" + "=".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + done + " of " + all
                + " steps");
        console.flush();
    }
}
