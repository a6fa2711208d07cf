package dev.idpscripts.mojo;

import dev.idpscripts.command.Connection;
import dev.idpscripts.command.ServerSnapshot;
import dev.idpscripts.command.Watch;
import dev.idpscripts.engine.RhaiEngine;
import dev.idpscripts.model.Outcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.view.WatchResult;
import dev.idpscripts.report.json.ResultDetail;
import dev.idpscripts.report.text.WatchText;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.watch.FileWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Looks at the files whenever one is saved, until Ctrl-C: what is wrong, whose tests fail, and what an apply would change on the server as
 * it was at the start. One screen on a terminal, lines elsewhere.
 *
 * <p>Example: {@code mvn idp-scripts:watch}
 *
 * @since 0.1.0
 */
@Mojo(name = "watch", requiresProject = false, aggregator = true, threadSafe = true)
public class WatchMojo extends ServerGoal {

    /** Shorter than anybody notices, longer than an editor takes to write a file. */
    private static final Duration QUIET = Duration.ofMillis(30);

    /**
     * Reads no server, and shows no difference to it, such as {@code -Didp-scripts.offline}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "idp-scripts.offline", defaultValue = "false")
    private boolean offline;

    private int rounds = Integer.MAX_VALUE;
    private Outcome last = Outcome.NO_CHANGES;

    @Inject
    WatchMojo(SettingsDecrypter decrypter) {
        super(decrypter);
    }

    /** Ends after this many rounds, for tests. */
    final void endAfter(int many) {
        rounds = many;
    }

    @Override
    Outcome work(Environment chosen) {
        try (FileWatch files = new FileWatch(directory(), QUIET);
                RhaiEngine engine = new RhaiEngine()) {
            Watch watch = new Watch(directory(), environmentName(), engine, baseline(chosen));
            say("Watching " + directory() + "; Ctrl-C ends it.");
            watch(
                    watch,
                    files,
                    terminal()
                            .screen(new WatchText(
                                    terminal().style(),
                                    findingsText(),
                                    terminal().width())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }

    private void watch(Watch watch, FileWatch files, Consumer<WatchResult> screen) throws InterruptedException {
        SortedSet<String> changed = new TreeSet<>();
        for (int shown = 0; shown < rounds; ) {
            Optional<WatchResult> round = watch.look(changed);
            round.ifPresent(screen.andThen(this::tell));
            shown += round.isPresent() ? 1 : 0;
            if (shown < rounds) {
                if (changed.isEmpty()) {
                    watch.warm();
                }
                changed = files.next();
            }
        }
    }

    /** Each look has its {@code result.json}: Ctrl-C leaves no time for one at the end. */
    private void tell(WatchResult round) {
        last = round.outcome();
        notes().plan(round.plan());
        notes().detail(ResultDetail.findings(round.findings()));
        notes().detail(ResultDetail.tests(round.tests()));
        ended(last, Optional.empty());
    }

    private Optional<ServerSnapshot> baseline(Environment chosen) {
        if (offline) {
            return Optional.empty();
        }
        try (Connection open = connect(chosen)) {
            return Optional.of(planning(new Workspace(directory()).look(chosen).files(), chosen, open, false)
                    .baseline());
        }
    }
}
