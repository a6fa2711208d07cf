package dev.idpscripts.command;

import dev.idpscripts.command.session.Connection;
import dev.idpscripts.command.session.Console;
import dev.idpscripts.command.session.ServerSnapshot;
import dev.idpscripts.command.session.Session;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.view.WatchResult;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.WatchText;
import dev.idpscripts.report.words.Heading;
import dev.idpscripts.workspace.watch.FileWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Looks at the files whenever one is saved: what is wrong, whose tests fail, and what an apply would change. */
public final class WatchCommand {

    /** Shorter than anybody notices, longer than an editor takes to write a file. */
    private static final Duration QUIET = Duration.ofMillis(30);

    /**
     * How to watch.
     *
     * @param environment the environment that was asked for, which is chosen anew at each look; null or blank if none was
     * @param offline compares with no server
     * @param looks ends after so many that had something to tell
     */
    public record Options(String environment, boolean offline, int looks) {}

    private final Session session;
    private final Options options;
    private final Consumer<Outcome> told;
    private Outcome last = Outcome.NO_CHANGES;

    /**
     * Makes it.
     *
     * @param told hears what each look came to, after it was noted: Ctrl-C leaves no time for that at the end
     */
    public WatchCommand(Session session, Options options, Consumer<Outcome> told) {
        this.session = session;
        this.options = options;
        this.told = told;
    }

    /** Reads the server once, looks, waits for files, looks again; what the last look came to. */
    public Outcome run() {
        try (FileWatch files = new FileWatch(session.directory(), QUIET);
                RhaiEngine engine = new RhaiEngine()) {
            FileLooks looks = new FileLooks(session.directory(), options.environment(), engine, snapshot());
            Console console = session.console();
            console.say("Watching " + session.directory() + "; Ctrl-C ends it.");
            watch(
                    looks,
                    files,
                    console.screen(
                            Heading.environment(session.target()),
                            new WatchText(console.style(), session.findingsText(), console.width())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }

    private void watch(FileLooks looks, FileWatch files, Consumer<WatchResult> screen) throws InterruptedException {
        SortedSet<String> changed = new TreeSet<>();
        for (int shown = 0; shown < options.looks(); ) {
            Optional<WatchResult> result = looks.look(changed);
            result.ifPresent(screen.andThen(this::tell));
            shown += result.isPresent() ? 1 : 0;
            if (shown < options.looks()) {
                if (changed.isEmpty()) {
                    looks.warm();
                }
                changed = files.next();
            }
        }
    }

    private void tell(WatchResult result) {
        last = result.outcome();
        session.notes().plan(result.plan());
        session.notes().findings(result.findings());
        session.notes().detail(ResultDetail.tests(result.tests()));
        told.accept(last);
    }

    private Optional<ServerSnapshot> snapshot() {
        if (options.offline()) {
            return Optional.empty();
        }
        try (Connection open = session.connect()) {
            return Optional.of(
                    session.comparing(session.readableFiles(), open, false).snapshot());
        }
    }
}
