package dev.idpscripts.workspace;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.FailurePolicy;
import dev.idpscripts.model.Hook;
import dev.idpscripts.model.HookPhase;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.Operation;
import dev.idpscripts.model.Slot;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.ConnectorUse;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.workspace.file.Folder;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.SourceTree;
import dev.idpscripts.workspace.file.TextFile;
import dev.idpscripts.workspace.yaml.Located;
import dev.idpscripts.workspace.yaml.YamlDocument;
import dev.idpscripts.workspace.yaml.YamlObject;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code bindings/}: one file per connector, one list per hook, one line per binding. */
public final class BindingFiles {

    public static final String FOLDER = "bindings";

    private static final String ENDING = ".yaml";

    /** Orders are 10, 20, … so that a line can later be put between two others by hand. */
    private static final int ORDER_STEP = 10;

    private static final Pattern TIMEOUT = Pattern.compile("([1-9][0-9]{0,2})s");

    private static final Map<String, Hook> HOOKS = Arrays.stream(HookPhase.values())
            .flatMap(phase -> Arrays.stream(Operation.values()).map(operation -> new Hook(phase, operation)))
            .collect(Collectors.toMap(Hook::toString, Function.identity(), (a, b) -> a, LinkedHashMap::new));

    private final Environment environment;
    private final Problems problems;
    private final List<Tombstones.Unbound> removed = new ArrayList<>();

    BindingFiles(Environment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** What the folder declares. */
    record Content(List<ConnectorUse> connectors, List<Binding> bindings, List<Tombstones.Unbound> removed) {}

    /** Where they are. */
    public static Folder folder(SourceTree tree) {
        return new Folder(tree, FOLDER, List.of(ENDING));
    }

    Content read(Folder folder) {
        List<TextFile> files = folder.files(problems);
        Map<String, ConnectorUse> connectors = new LinkedHashMap<>();
        List<Binding> bindings = new ArrayList<>();
        for (TextFile file : files) {
            if (file.name().endsWith(ENDING)) {
                YamlDocument.read(file, problems).ifPresent(object -> bindings.addAll(file(object, connectors)));
            }
        }
        return new Content(List.copyOf(connectors.values()), bindings, removed);
    }

    private List<Binding> file(YamlObject object, Map<String, ConnectorUse> connectors) {
        Optional<Located<String>> connector =
                object.require("connector", "the connector's name").flatMap(YamlValue::text);
        Optional<YamlObject> hooks = object.get("hooks").flatMap(YamlValue::object);
        object.refuseOthers();
        Optional<String> name = connector.flatMap(c -> connectorHere(c, connectors));
        // Without a connector the lines are still read, so that their problems show in the same run.
        List<Binding> bindings = hooks.map(h -> hooks(h, name.orElse(""))).orElse(List.of());
        return name.isPresent() ? bindings : List.of();
    }

    private Optional<String> connectorHere(Located<String> connector, Map<String, ConnectorUse> connectors) {
        Optional<ConnectorUse> use = ServerConstraints.name(connector, problems)
                .map(name -> new ConnectorUse(environment.connectorHere(name), name, connector.origin()));
        Optional<ConnectorUse> first = use.map(u -> connectors.putIfAbsent(u.name(), u));
        first.ifPresent(other -> problems.add(
                connector.origin(),
                "the connector " + other.name() + " has a file already (" + other.origin()
                        + (connector.value().equals(other.inFiles()) ? "" : ", as \"" + other.inFiles() + "\"")
                        + "); put all its hooks into one file"));
        return first.isPresent() ? Optional.empty() : use.map(ConnectorUse::name);
    }

    private List<Binding> hooks(YamlObject hooks, String connector) {
        List<Binding> bindings = new ArrayList<>();
        hooks.entries().forEach((key, entry) -> {
            Hook hook = HOOKS.get(key);
            if (hook == null) {
                problems.add(entry.origin(), YamlObject.unknown("hook", key, HOOKS.keySet()));
            } else {
                entry.value().list().ifPresent(lines -> bindings.addAll(lines(lines, connector, hook)));
            }
        });
        return bindings;
    }

    private List<Binding> lines(List<YamlValue> lines, String connector, Hook hook) {
        if (lines.size() > Hook.MAX_BINDINGS) {
            problems.add(
                    lines.get(Hook.MAX_BINDINGS).origin(),
                    "the hook " + hook + " has " + lines.size() + " bindings; the server allows " + Hook.MAX_BINDINGS);
        }
        List<Binding> bindings = new ArrayList<>();
        int place = 0;
        for (YamlValue value : lines) {
            Optional<YamlObject> line = value.object();
            if (line.filter(l -> l.isTrue("removed")).isPresent()) {
                tombstone(line.get(), connector, hook);
                continue;
            }
            Slot slot = new Slot(connector, hook, ++place * ORDER_STEP);
            line.flatMap(l -> line(l, slot)).ifPresent(bindings::add);
        }
        return bindings;
    }

    private void tombstone(YamlObject line, String connector, Hook hook) {
        line.require("script", "the script's name")
                .flatMap(YamlValue::text)
                .ifPresent(script -> removed.add(
                        new Tombstones.Unbound(connector, hook, ObjectName.normal(script.value()), script.origin())));
        line.get("removed");
        line.refuseOthers();
    }

    private Optional<Binding> line(YamlObject line, Slot slot) {
        Optional<Located<String>> script =
                line.require("script", "the script's name").flatMap(YamlValue::text);
        BindingSettings settings = settings(line);
        int order = line.get("order")
                .flatMap(value -> value.integer(0, Integer.MAX_VALUE))
                .map(Located::value)
                .orElse(slot.order());
        line.flag("removed");
        line.refuseOthers();
        return script.map(s -> new Binding(slot.withOrder(order), ObjectName.normal(s.value()), settings, s.origin()));
    }

    private BindingSettings settings(YamlObject line) {
        BindingSettings usual = BindingSettings.DEFAULT;
        return new BindingSettings(
                line.get("onFailure")
                        .flatMap(value -> value.choice(FailurePolicy.class))
                        .map(Located::value)
                        .orElse(usual.onFailure()),
                line.get("maxRetries")
                        .flatMap(value -> value.integer(0, BindingSettings.MAX_RETRIES))
                        .map(Located::value)
                        .orElse(usual.maxRetries()),
                line.get("timeout").flatMap(this::timeout).orElse(usual.timeoutSeconds()),
                line.get("enabled").flatMap(YamlValue::bool).map(Located::value).orElse(usual.enabled()));
    }

    private Optional<Integer> timeout(YamlValue value) {
        Matcher m = TIMEOUT.matcher(value.scalar());
        if (m.matches()) {
            int seconds = Integer.parseInt(m.group(1));
            if (seconds <= BindingSettings.MAX_TIMEOUT_SECONDS) {
                return Optional.of(seconds);
            }
        }
        return value.wrong("must be a number of seconds from 1s to 300s", ", such as 45s");
    }
}
