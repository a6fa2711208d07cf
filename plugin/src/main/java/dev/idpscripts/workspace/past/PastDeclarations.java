package dev.idpscripts.workspace.past;

import dev.idpscripts.model.ObjectAddress;
import dev.idpscripts.model.declared.ConnectorUse;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.error.IdpScriptsException;
import dev.idpscripts.workspace.Environments;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.git.CommitTrees;
import dev.idpscripts.workspace.git.GitLog;
import dev.idpscripts.workspace.git.GitLog.Touch;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What units of files declared at commits. Each text is read once, and each unit of the same texts understood once. For one thread. */
final class PastDeclarations {

    private final Path folder;
    private final Environment now;
    private final CommitTrees trees;
    private final Map<String, byte[]> texts;
    private final Map<String, Environment> environments = new HashMap<>();
    private final Map<List<String>, Declarations> understood = new HashMap<>();
    private final List<Touch> touches;
    private final Map<Unit, Declarations> emptied = new HashMap<>();

    /**
     * @param touches of these the units that were touched can be asked about
     * @param commits of these all can be asked about
     */
    PastDeclarations(
            Path folder,
            Environment now,
            GitLog log,
            List<Touch> touches,
            Collection<String> commits,
            Set<Unit> units) {
        this.folder = folder;
        this.now = now;
        this.touches = touches;
        List<String> files = Stream.concat(Stream.of(file(now)), units.stream().flatMap(unit -> unit.files().stream()))
                .toList();
        this.trees = log.trees(
                Stream.concat(touches.stream().map(Touch::commit), commits.stream())
                        .toList(),
                files);
        Set<String> wanted = new HashSet<>();
        for (Touch touch : touches) {
            boolean every = touch.files().containsKey(file(now));
            add(wanted, touch.commit(), units.stream().filter(unit -> every || isTouched(touch, unit)));
        }
        commits.forEach(commit -> add(wanted, commit, units.stream()));
        this.texts = log.contents(wanted);
    }

    private void add(Set<String> wanted, String commit, Stream<Unit> units) {
        Stream.concat(Stream.of(file(now)), units.flatMap(unit -> unit.files().stream()))
                .forEach(file -> trees.hash(commit, file).ifPresent(wanted::add));
    }

    static String file(Environment environment) {
        return "environments/" + environment.name() + Unit.YAML;
    }

    /** What these units declared at a commit. A file of bindings that is not there declares that its connectors have none. */
    Declarations all(String commit, Set<Unit> units) {
        Environment then = environment(commit);
        return join(units.stream()
                .map(unit -> unit.isOfBindings() && isGone(commit, unit)
                        ? emptied.computeIfAbsent(unit, this::emptied)
                        : one(commit, unit, then))
                .toList());
    }

    private static boolean isTouched(Touch touch, Unit unit) {
        return unit.files().stream().anyMatch(touch.files()::containsKey);
    }

    private boolean isGone(String commit, Unit unit) {
        return unit.files().stream().allMatch(file -> hash(commit, file).isEmpty());
    }

    /** The connectors that a file ever was about. */
    private Declarations emptied(Unit unit) {
        List<ConnectorUse> connectors = touches.stream()
                .filter(touch -> isTouched(touch, unit))
                .flatMap(touch -> one(touch.commit(), unit, environment(touch.commit())).connectors().stream())
                .distinct()
                .toList();
        return new Declarations(
                List.of(), connectors, List.of(), List.of(), Tombstones.NONE, EnumSet.allOf(ObjectAddress.Type.class));
    }

    private static Declarations join(List<Declarations> parts) {
        return new Declarations(
                parts.stream().flatMap(part -> part.scripts().stream()).toList(),
                parts.stream().flatMap(part -> part.connectors().stream()).toList(),
                parts.stream().flatMap(part -> part.bindings().stream()).toList(),
                parts.stream().flatMap(part -> part.templates().stream()).toList(),
                Tombstones.NONE,
                EnumSet.allOf(ObjectAddress.Type.class));
    }

    private Declarations one(String commit, Unit unit, Environment then) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        unit.files().forEach(file -> hash(commit, file).ifPresent(hash -> files.put(file, texts.get(hash))));
        List<String> key = Stream.concat(
                        Stream.of(unit.stem(), hash(commit, file(now)).orElse("")),
                        unit.files().stream().map(file -> hash(commit, file).orElse("")))
                .toList();
        return understood.computeIfAbsent(key, k -> read(files, then));
    }

    /** What could not be applied declared nothing. */
    private Declarations read(Map<String, byte[]> files, Environment then) {
        try {
            return new Workspace(new SourceTree(folder, Optional.of(new PastFiles(files)))).part(then);
        } catch (IdpScriptsException e) {
            return Declarations.NONE;
        }
    }

    private Environment environment(String commit) {
        String hash = hash(commit, file(now)).orElse("");
        return environments.computeIfAbsent(hash, h -> Optional.ofNullable(texts.get(h))
                .flatMap(text -> environment(Map.of(file(now), text)))
                .map(now::declaring)
                .orElse(now));
    }

    private Optional<Environment> environment(Map<String, byte[]> file) {
        try {
            return new Environments(new SourceTree(folder, Optional.of(new PastFiles(file)))).find(now.name());
        } catch (IdpScriptsException e) {
            return Optional.empty();
        }
    }

    private Optional<String> hash(String commit, String file) {
        return trees.hash(commit, file);
    }
}
