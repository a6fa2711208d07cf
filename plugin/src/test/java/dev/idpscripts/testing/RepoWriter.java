package dev.idpscripts.testing;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Declarations;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** Writes declarations as the files that a user would have written for them. */
public final class RepoWriter {

    private final Repo repo;

    private RepoWriter(Repo repo) {
        this.repo = repo;
    }

    /** A repository in an empty folder. */
    public static Repo write(Path folder, Declarations files) {
        Repo repo = new Repo(folder)
                .folder("scripts")
                .folder("bindings")
                .folder("templates")
                .file("environments/sandbox.yaml", "url: sandbox\n");
        RepoWriter writer = new RepoWriter(repo);
        files.scripts().forEach(writer::script);
        files.templates().forEach(writer::template);
        files.removed().templates().forEach(gone -> repo.file("templates/" + gone.name() + ".yaml", "removed: true\n"));
        files.connectors()
                .forEach(connector -> writer.bindings(
                        connector.name(),
                        files.bindings().stream()
                                .filter(b -> b.slot().connector().equals(connector.name()))
                                .toList()));
        return repo;
    }

    private void script(Script script) {
        Map<String, Object> yaml = metadata(script.renamedFrom(), script.description());
        if (script.status() != ScriptStatus.ACTIVE) {
            yaml.put("status", script.status().toString());
        }
        pair("scripts/", script.name(), script.body().text(), yaml);
    }

    private void template(Template template) {
        Map<String, Object> yaml = metadata(template.renamedFrom(), template.description());
        yaml.put("category", template.category().toString());
        template.annotations().ifPresent(value -> yaml.put("annotations", value));
        pair("templates/", template.name(), template.body().text(), yaml);
    }

    private static Map<String, Object> metadata(Optional<String> renamedFrom, Optional<String> description) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        renamedFrom.ifPresent(old -> yaml.put("renamedFrom", old));
        description.ifPresent(text -> yaml.put("description", text));
        return yaml;
    }

    /** Half of the names go into the file's name, half into the metadata. */
    private void pair(String folder, String name, String body, Map<String, Object> yaml) {
        boolean named = name.hashCode() % 2 == 0;
        String file = folder + (named ? "x-" : "") + name;
        if (named) {
            yaml.put("name", name);
        }
        repo.file(file + ".rhai", body.replace("@@", "@@@@"));
        if (!yaml.isEmpty()) {
            repo.file(file + ".yaml", new Yaml().dump(yaml));
        }
    }

    private void bindings(String connector, List<Binding> bindings) {
        Map<String, List<Object>> hooks = new LinkedHashMap<>();
        for (Binding binding : bindings) {
            List<Object> lines = hooks.computeIfAbsent(binding.slot().hook().toString(), hook -> new ArrayList<>());
            lines.add(line(binding, (lines.size() + 1) * 10));
        }
        repo.file("bindings/" + connector + ".yaml", new Yaml().dump(Map.of("connector", connector, "hooks", hooks)));
    }

    private static Map<String, Object> line(Binding binding, int usualOrder) {
        BindingSettings settings = binding.settings();
        BindingSettings usual = BindingSettings.DEFAULT;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("script", binding.script());
        put(line, "order", binding.slot().order(), usualOrder);
        put(
                line,
                "onFailure",
                settings.onFailure().toString(),
                usual.onFailure().toString());
        put(line, "maxRetries", settings.maxRetries(), usual.maxRetries());
        put(line, "timeout", settings.timeoutSeconds() + "s", usual.timeoutSeconds() + "s");
        put(line, "enabled", settings.enabled(), usual.enabled());
        return line;
    }

    private static void put(Map<String, Object> line, String key, Object value, Object usual) {
        if (!value.equals(usual)) {
            line.put(key, value);
        }
    }
}
