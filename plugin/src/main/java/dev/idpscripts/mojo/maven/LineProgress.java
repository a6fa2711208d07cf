package dev.idpscripts.mojo.maven;

import dev.idpscripts.apply.Progress;
import dev.idpscripts.model.plan.ApplyResult;
import dev.idpscripts.report.text.ApplyText;
import java.util.function.Consumer;

/** One line for each change. */
final class LineProgress implements Progress {

    private final ApplyText text;
    private final Consumer<String> out;

    LineProgress(ApplyText text, Consumer<String> out) {
        this.text = text;
        this.out = out;
    }

    @Override
    public void begin(int changes) {
        // The plan before it has said how many.
    }

    @Override
    public void done(ApplyResult.Result result) {
        out.accept(text.line(result));
    }

    @Override
    public void end() {
        // The summary after it says how it went.
    }
}
