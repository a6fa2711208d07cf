package dev.idpscripts.command;

import dev.idpscripts.check.Examined;
import dev.idpscripts.check.Incremental;
import dev.idpscripts.command.session.ServerSnapshot;
import dev.idpscripts.engine.Engine;
import dev.idpscripts.model.Problem;
import dev.idpscripts.model.check.Finding;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.model.error.InvalidFiles;
import dev.idpscripts.model.plan.Plan;
import dev.idpscripts.model.plan.PlannedChange;
import dev.idpscripts.model.view.WatchResult;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Looks at the files whenever they changed, and remembers what it saw, so that only what is new is examined and told. */
final class FileLooks {

    /** All that a look depends on: where it is the same, there is nothing to tell. */
    private record Input(
            Environment chosen, List<Environment> others, Workspace.Reading reading, List<Problem> problems) {}

    /** Enough for Java to compile what a look runs; and not so long that a change would wait for it. */
    private static final int WARM = 8;

    private static final Duration WARMING = Duration.ofMillis(1_500);

    private final Path root;
    private final String environment;
    private final Engine engine;
    private final Incremental checks;
    private final Optional<ServerSnapshot> baseline;
    private Object last = "nothing";
    private Set<Finding> warned = Set.of();
    private Optional<Plan> planned = Optional.empty();

    /**
     * @param environment the environment that was asked for; null or blank if none was
     * @param engine kept warm between looks
     * @param baseline what the files are compared with; empty for nothing
     */
    FileLooks(Path root, String environment, Engine engine, Optional<ServerSnapshot> baseline) {
        this.root = root;
        this.environment = environment;
        this.engine = engine;
        this.checks = new Incremental(engine);
        this.baseline = baseline;
    }

    /**
     * Looks at the files.
     *
     * @param changed which of them changed; empty for the first look
     * @return empty if they say what they said before
     */
    Optional<WatchResult> look(SortedSet<String> changed) {
        long start = System.nanoTime();
        try {
            Input input = read();
            if (input.equals(last)) {
                return Optional.empty();
            }
            last = input;
            return Optional.of(round(changed, input, start));
        } catch (IdpScriptsException e) {
            String why = e instanceof InvalidFiles invalid
                    ? String.join(
                            "\n",
                            invalid.problems().stream().map(Problem::toString).toList())
                    : e.getMessage();
            boolean same = why.equals(last);
            last = why;
            return same ? Optional.empty() : Optional.of(WatchResult.trouble(changed, why, since(start)));
        }
    }

    /** Does what a look does and tells nothing, so that the first change is looked at as fast as the tenth. */
    void warm() {
        long start = System.nanoTime();
        try {
            for (int n = 0; n < WARM && since(start).compareTo(WARMING) < 0; n++) {
                Input input = read();
                List<Script> scripts = input.reading().files().scripts();
                if (scripts.isEmpty() || !input.reading().problems().isEmpty()) {
                    return;
                }
                Script one = scripts.get(n % scripts.size());
                new Incremental(engine).check(List.of(one), input.chosen(), input.others());
                baseline.ifPresent(b -> b.plan(input.reading().files()));
            }
        } catch (IdpScriptsException e) {
            // The next look tells.
        }
    }

    private Input read() {
        Environments environments = new Environments(root);
        Environment chosen = environments.choose(environment);
        Environments.All all = environments.all();
        List<Environment> others = all.readable().stream()
                .filter(other -> !other.name().equals(chosen.name()))
                .toList();
        return new Input(chosen, others, new Workspace(root).look(chosen), all.problems());
    }

    private WatchResult round(SortedSet<String> changed, Input input, long start) {
        List<Examined> examined = checks.check(input.reading().files().scripts(), input.chosen(), input.others());
        boolean wrong = !input.reading().problems().isEmpty();
        Optional<Plan> plan =
                baseline.filter(b -> !wrong).map(b -> b.plan(input.reading().files()));
        List<Finding> findings = Stream.of(
                        input.reading().problems().stream().map(Finding::of),
                        input.problems().stream().map(Finding::of),
                        plan.stream().flatMap(p -> p.problems().stream()).map(Finding::of),
                        examined.stream().flatMap(each -> each.findings().stream()))
                .flatMap(found -> found)
                .sorted()
                .distinct()
                .toList();
        WatchResult round = new WatchResult(
                changed,
                Optional.empty(),
                news(findings),
                examined.stream().map(Examined::tests).toList(),
                plan,
                plan.map(this::fresh),
                input.reading().files().size(),
                since(start));
        planned = plan.or(() -> planned);
        return round;
    }

    private List<Finding> news(List<Finding> findings) {
        List<Finding> news = findings.stream()
                .filter(finding -> finding.isError() || !warned.contains(finding))
                .toList();
        warned = new HashSet<>(findings);
        return news;
    }

    private Plan fresh(Plan plan) {
        List<PlannedChange> changes = new ArrayList<>(plan.planned());
        planned.ifPresent(before -> changes.removeAll(new HashSet<>(before.planned())));
        return plan.only(changes);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
