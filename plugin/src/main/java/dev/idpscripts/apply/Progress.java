package dev.idpscripts.apply;

import dev.idpscripts.model.plan.ApplyResult;

/** Is told how an apply goes on. Calls come from several threads, one at a time. */
public interface Progress {

    /** Before the first change. */
    void begin(int changes);

    /** After each change that was attempted. */
    void done(ApplyResult.Result result);

    /** After the last change. */
    void end();
}
