package dev.idpscripts.workspace.past;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Past;
import dev.idpscripts.model.declared.PastRequest;
import dev.idpscripts.workspace.git.Ancestry;
import dev.idpscripts.workspace.git.GitCommit;
import dev.idpscripts.workspace.git.GitLog;
import dev.idpscripts.workspace.git.GitLog.Touch;
import dev.idpscripts.workspace.git.GitRepository;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what the repository declared at its commits.
 *
 * @param git the repository
 * @param environment whose values were filled in
 */
public record History(GitRepository git, Environment environment) {

    /** Of the commits that touched what was asked, so many are read (issue 20). */
    private static final int MOST_READ = 500;

    /**
     * What is known of what was asked; nothing where there is no Git repository.
     *
     * @throws dev.idpscripts.model.error.UserError if there is one, but Git cannot tell
     */
    public Past read(PastRequest request) {
        return request.isEmpty()
                ? Past.UNKNOWN
                : git.log().map(log -> read(log, request)).orElse(Past.UNKNOWN);
    }

    /**
     * Those of some commits that certainly do not lead to what the files are at.
     *
     * @throws dev.idpscripts.model.error.UserError if there is a Git repository, but Git cannot tell
     */
    public Set<String> lacking(Set<String> commits) {
        return commits.isEmpty()
                ? Set.of()
                : git.log().map(log -> log.ancestry(commits).lacking()).orElse(Set.of());
    }

    private Past read(GitLog log, PastRequest request) {
        Ancestry ancestry = log.ancestry(request.commits());
        Map<String, String> known = ancestry.known();
        Set<String> leading = ancestry.leading();
        List<Touch> all = log.touches();
        List<Touch> others = log.touchesBeside(
                known.values().stream()
                        .filter(commit -> !leading.contains(commit))
                        .toList(),
                MOST_READ);
        Set<Unit> units = units(log, request, all, others);
        List<Touch> touches = concerned(all, units, MOST_READ);
        List<Touch> beside = concerned(others, units, MOST_READ);
        Set<String> whole = new LinkedHashSet<>(leading);
        whole.add(log.tip());
        PastDeclarations declared =
                new PastDeclarations(git.folder(), environment, log, join(touches, beside), whole, units);
        Map<String, GitCommit> commits =
                log.commits(join(touches, beside).stream().map(Touch::commit).toList());
        Map<String, Declarations> at = new HashMap<>();
        whole.forEach(commit -> at.put(commit, declared.all(commit, units)));
        known.forEach((asked, commit) -> Optional.ofNullable(at.get(commit)).ifPresent(said -> at.put(asked, said)));
        return new Past(
                Optional.of(log.tip()),
                join(
                        revisions(touches, commits, true, declared, units),
                        revisions(beside, commits, false, declared, units)),
                at,
                later(ancestry, touches),
                ancestry.lacking(),
                !log.isShallow() && !log.hasMoreTouches() && touches.size() < MOST_READ);
    }

    private static <T> List<T> join(List<T> a, List<T> b) {
        return Stream.of(a, b).flatMap(List::stream).toList();
    }

    private static Map<String, Set<String>> later(Ancestry ancestry, List<Touch> touches) {
        List<String> read = touches.stream().map(Touch::commit).toList();
        Map<String, Set<String>> earlier = ancestry.graph().comesFrom(read, ancestry.leading());
        Map<String, Set<String>> later = new HashMap<>();
        ancestry.known().forEach((asked, commit) -> {
            if (ancestry.leading().contains(commit)) {
                Set<String> after = new HashSet<>(read);
                after.removeAll(earlier.get(commit));
                later.put(asked, after);
            }
        });
        return later;
    }

    /** What may have declared what was asked, under whatever file it did. */
    private Set<Unit> units(GitLog log, PastRequest request, List<Touch> leading, List<Touch> others) {
        Set<Unit> units = new LinkedHashSet<>();
        request.files().forEach(file -> Unit.of(file).ifPresent(units::add));
        Map<String, Set<Unit>> described = new HashMap<>();
        Stream.of(leading, others).flatMap(List::stream).forEach(touch -> touch.files()
                .forEach((file, hash) -> Unit.of(file)
                        .filter(unit -> !units.contains(unit))
                        .ifPresent(unit -> {
                            if (names(unit, request).stream().anyMatch(name -> ObjectName.isSame(name, unit.slug()))) {
                                units.add(unit);
                            } else if (file.endsWith(Unit.YAML)) {
                                described
                                        .computeIfAbsent(hash, h -> new HashSet<>())
                                        .add(unit);
                            }
                        })));
        log.contents(described.keySet()).forEach((hash, bytes) -> {
            String text = ObjectName.normal(new String(bytes, StandardCharsets.UTF_8).replaceAll("\\s+", " "));
            described.get(hash).stream()
                    .filter(unit -> isAbout(text, names(unit, request)))
                    .forEach(units::add);
        });
        return units;
    }

    private Collection<String> names(Unit unit, PastRequest request) {
        if (unit.isOfBindings()) {
            // The files may call them by other names.
            Set<String> names = new HashSet<>(request.connectors());
            environment.connectors().forEach((inFiles, here) -> {
                if (request.connectors().contains(here)) {
                    names.add(inFiles);
                }
            });
            return names;
        }
        return unit.isOfTemplate() ? request.templates() : request.scripts();
    }

    /** A name may be written with escapes, or over several lines; whoever reads the file finds out. */
    private static boolean isAbout(String yaml, Collection<String> names) {
        return !names.isEmpty() && (yaml.contains("\\") || names.stream().anyMatch(yaml::contains));
    }

    private List<Touch> concerned(List<Touch> touches, Set<Unit> units, int most) {
        return touches.stream()
                .filter(touch -> touch.files().keySet().stream()
                        .anyMatch(file -> file.equals(environmentFile())
                                || Unit.of(file).filter(units::contains).isPresent()))
                .limit(most)
                .toList();
    }

    private String environmentFile() {
        return PastDeclarations.file(environment);
    }

    private List<Past.Revision> revisions(
            List<Touch> touches,
            Map<String, GitCommit> commits,
            boolean leads,
            PastDeclarations declared,
            Set<Unit> units) {
        return touches.stream()
                .map(touch -> new Past.Revision(
                        touch.commit(),
                        commits.get(touch.commit()).author(),
                        commits.get(touch.commit()).subject(),
                        leads,
                        declared.all(touch.commit(), touched(touch, units))))
                .toList();
    }

    private Set<Unit> touched(Touch touch, Set<Unit> units) {
        // What the environment's file says is in all of them.
        return touch.files().containsKey(environmentFile())
                ? units
                : touch.files().keySet().stream()
                        .flatMap(file -> Unit.of(file).stream())
                        .filter(units::contains)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
