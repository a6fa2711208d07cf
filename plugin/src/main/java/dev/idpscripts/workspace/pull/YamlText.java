package dev.idpscripts.workspace.pull;

import dev.idpscripts.model.BindingSettings;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.declared.Binding;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.pull.PulledBindings;
import dev.idpscripts.model.pull.PulledScript;
import dev.idpscripts.model.pull.PulledTemplate;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.ReadBack;
import dev.idpscripts.workspace.yaml.FlowYaml;
import dev.idpscripts.workspace.yaml.PlainRepresenter;
import dev.idpscripts.workspace.yaml.YamlDocument;
import dev.idpscripts.workspace.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes YAML files as a user would: only what is not usual, in the order of the documentation, with the schema on top. */
final class YamlText {

    private static final int ORDER_STEP = 10;

    private YamlText() {}

    /** A script's metadata; empty if its file says it all. */
    static Optional<String> script(PulledScript script, String slug, String file) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        name(yaml, script.name(), slug);
        script.renamedFrom().ifPresent(old -> yaml.put("renamedFrom", old));
        script.description().ifPresent(text -> yaml.put("description", text));
        put(yaml, "status", script.status().toString(), ScriptStatus.ACTIVE.toString());
        return yaml.isEmpty() ? Optional.empty() : Optional.of(render(yaml, "script", file));
    }

    /** A template's metadata. */
    static String template(PulledTemplate template, String slug, String file) {
        Map<String, Object> yaml = new LinkedHashMap<>();
        name(yaml, template.name(), slug);
        template.file().flatMap(t -> t.renamedFrom()).ifPresent(old -> yaml.put("renamedFrom", old));
        template.description().ifPresent(text -> yaml.put("description", text));
        yaml.put("category", template.category().toString());
        template.annotations().ifPresent(value -> yaml.put("annotations", value));
        return render(yaml, "template", file);
    }

    private static void name(Map<String, Object> yaml, String name, String slug) {
        if (!ObjectName.isSame(name, slug)) {
            yaml.put("name", name);
        }
    }

    /**
     * A connector's bindings.
     *
     * @param connector its name in the files
     */
    static String bindings(PulledBindings bindings, String connector, String file) {
        Map<String, List<Object>> hooks = new LinkedHashMap<>();
        for (Binding binding : bindings.bindings()) {
            List<Object> lines = hooks.computeIfAbsent(binding.slot().hook().toString(), hook -> new ArrayList<>());
            lines.add(line(binding, (lines.size() + 1) * ORDER_STEP));
        }
        for (Tombstones.Unbound gone : bindings.removed()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("script", gone.script());
            line.put("removed", true);
            hooks.computeIfAbsent(gone.hook().toString(), hook -> new ArrayList<>())
                    .add(line);
        }
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("connector", connector);
        if (!hooks.isEmpty()) {
            yaml.put("hooks", hooks);
        }
        return render(yaml, "binding", file);
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

    private static void put(Map<String, Object> map, String key, Object value, Object usual) {
        if (!value.equals(usual)) {
            map.put(key, value);
        }
    }

    /** Puts texts in quotes whose line ends are not the usual ones; in a block they would become usual ones. */
    private static final class QuotedTexts extends PlainRepresenter {

        private static final Pattern RARE_LINE_END = Pattern.compile("[\u0085\u2028\u2029]");

        QuotedTexts(DumperOptions options) {
            super(options);
            representers.put(String.class, this::text);
        }

        private Node text(Object data) {
            String text = (String) data;
            DumperOptions.ScalarStyle style = RARE_LINE_END.matcher(text).find()
                    ? DumperOptions.ScalarStyle.DOUBLE_QUOTED
                    : text.contains("\n") ? DumperOptions.ScalarStyle.LITERAL : DumperOptions.ScalarStyle.PLAIN;
            return representScalar(Tag.STR, text, style);
        }
    }

    /** Whether a file can say these annotations: not null, nor what is nested too deeply. */
    static boolean canSay(Object annotations) {
        return YamlDocument.parse("", dump(Map.of("annotations", annotations)), new Problems())
                .flatMap(YamlValue::object)
                .flatMap(object -> object.get("annotations"))
                .flatMap(YamlValue::json)
                .filter(said -> new JsonValue(said).equals(new JsonValue(annotations)))
                .isPresent();
    }

    private static String dump(Map<String, Object> yaml) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(new QuotedTexts(options), options).dump(yaml);
    }

    private static String render(Map<String, Object> yaml, String schema, String file) {
        String up = "../".repeat((int) file.chars().filter(c -> c == '/').count());
        String head = "# yaml-language-server: $schema=" + up + ".idp-scripts/schemas/" + schema + ".schema.json\n";
        return ReadBack.checked(
                file,
                head + dump(yaml),
                new JsonValue(yaml),
                YamlDocument::json,
                "Write by hand what the server has: " + FlowYaml.write(yaml));
    }
}
