package dev.idpscripts.workspace;

import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.plan.Target;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import dev.idpscripts.workspace.yaml.Located;
import dev.idpscripts.workspace.yaml.YamlDocument;
import dev.idpscripts.workspace.yaml.YamlObject;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Reads one environment file. */
final class EnvironmentFile {

    private static final int PERCENT = 100;

    private final TextFile file;
    private final Problems problems;

    EnvironmentFile(TextFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Empty, with a problem added, if the file is no mapping; with other problems the result is not to be used. */
    Optional<Environment> read() {
        return YamlDocument.read(file, problems).map(this::environment);
    }

    private Environment environment(YamlObject object) {
        Optional<Located<String>> address = object.require(
                        "url", "the server's address, such as https://idp.example.com, or sandbox")
                .flatMap(YamlValue::text);
        Optional<URI> url = address.filter(a -> !a.value().equals(Target.SANDBOX))
                .flatMap(given -> new ServerAddress(given, problems).read());
        boolean sandbox =
                address.map(Located::value).filter(Target.SANDBOX::equals).isPresent();
        Environment environment = new Environment(
                ObjectName.normal(file.stem(".yaml")),
                url,
                tenant(object, sandbox),
                object.get("server").flatMap(YamlValue::text).map(Located::value),
                connectors(object),
                values(object),
                guards(object),
                sandboxConnectors(object),
                mask(object),
                removed(object),
                file.origin());
        object.refuseOthers();
        return environment;
    }

    private UUID tenant(YamlObject object, boolean sandbox) {
        Optional<YamlValue> given = sandbox ? object.get("tenant") : object.require("tenant", "the tenant's UUID");
        return given.flatMap(this::uuid).orElse(Environment.SYSTEM_TENANT);
    }

    private Optional<UUID> uuid(YamlValue value) {
        Optional<Located<String>> text = value.text();
        if (text.isPresent() && text.get().value().matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.of(UUID.fromString(text.get().value()));
        }
        return text.isEmpty()
                ? Optional.empty()
                : value.wrong("must be a UUID", ", such as " + Environment.SYSTEM_TENANT);
    }

    /** Two names for one connector would give its hooks two declarations, and a pull could not tell which file is meant. */
    private Map<String, String> connectors(YamlObject object) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> taken = new HashMap<>();
        object.get("connectors").flatMap(YamlValue::object).ifPresent(o -> o.texts()
                .forEach((name, here) -> {
                    name(name, here, names);
                    String other = taken.putIfAbsent(ObjectName.normal(here.value()), ObjectName.normal(name));
                    if (other != null && !ObjectName.isSame(other, name)) {
                        problems.add(
                                here.origin(),
                                "the connector " + here.value() + " has two names: \"" + other + "\" and \"" + name
                                        + "\"; it is declared in one file, so leave one of them out");
                    }
                }));
        return names;
    }

    private void name(String key, Located<String> value, Map<String, String> names) {
        if (names.put(ObjectName.normal(key), ObjectName.normal(value.value())) != null) {
            problems.add(value.origin(), "\"" + key + "\" is given twice, in two Unicode forms; keep one");
        }
    }

    /** Numbers and truth values are taken as they are written: in a body they are text anyway. */
    private Map<String, String> values(YamlObject object) {
        Map<String, String> values = new LinkedHashMap<>();
        object.get("values").flatMap(YamlValue::object).ifPresent(o -> o.entries()
                .forEach((name, entry) -> {
                    if (!Placeholders.isName(name)) {
                        problems.add(
                                entry.origin(),
                                "\"" + name
                                        + "\" cannot stand between @@ and @@; use letters, digits, and . _ - between them");
                    }
                    if (entry.value().isPlain()) {
                        values.put(name, entry.value().scalar());
                    } else {
                        entry.value().text().ifPresent(text -> values.put(name, text.value()));
                    }
                }));
        return values;
    }

    private Guards guards(YamlObject object) {
        Optional<YamlObject> guards = object.get("guards").flatMap(YamlValue::object);
        if (guards.isEmpty()) {
            return Guards.NONE;
        }
        Guards result = new Guards(
                number(guards.get(), "maxDeletes", Integer.MAX_VALUE),
                number(guards.get(), "maxDeletePercent", PERCENT),
                guards.get()
                        .get("requireSavedPlan")
                        .flatMap(YamlValue::bool)
                        .map(Located::value)
                        .orElse(false));
        guards.get().refuseOthers();
        return result;
    }

    private Tombstones removed(YamlObject object) {
        Optional<YamlObject> removed = object.get("removed").flatMap(YamlValue::object);
        if (removed.isEmpty()) {
            return Tombstones.NONE;
        }
        Tombstones tombstones =
                new Tombstones(named(removed.get(), "scripts"), named(removed.get(), "templates"), List.of());
        removed.get().refuseOthers();
        return tombstones;
    }

    private List<Tombstones.Named> named(YamlObject object, String key) {
        List<Tombstones.Named> names = new ArrayList<>();
        object.get(key)
                .flatMap(YamlValue::list)
                .ifPresent(list ->
                        list.forEach(item -> item.text().ifPresent(text -> ServerConstraints.name(text, problems)
                                .ifPresent(name -> names.add(new Tombstones.Named(name, text.origin()))))));
        return names;
    }

    private static OptionalInt number(YamlObject object, String key, int max) {
        Optional<Integer> value =
                object.get(key).flatMap(v -> v.integer(0, max)).map(Located::value);
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }

    private List<String> sandboxConnectors(YamlObject object) {
        List<String> names = new ArrayList<>();
        object.get("sandbox").flatMap(YamlValue::object).ifPresent(sandbox -> {
            sandbox.get("connectors")
                    .flatMap(YamlValue::list)
                    .ifPresent(list -> list.forEach(item -> item.text()
                            .flatMap(text -> ServerConstraints.name(text, problems))
                            .ifPresent(names::add)));
            sandbox.refuseOthers();
        });
        return names;
    }

    private List<String> mask(YamlObject object) {
        List<String> names = new ArrayList<>();
        object.get("mask")
                .flatMap(YamlValue::list)
                .ifPresent(list -> list.forEach(item -> item.text()
                        .flatMap(text -> ServerConstraints.nameAsWritten(text, problems))
                        .ifPresent(names::add)));
        return names;
    }
}
