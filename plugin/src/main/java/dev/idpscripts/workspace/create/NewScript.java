package dev.idpscripts.workspace.create;

import dev.idpscripts.model.Body;
import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.ObjectName;
import dev.idpscripts.model.ScriptStatus;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.check.RunOutcome;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Script;
import dev.idpscripts.model.declared.Source;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.workspace.PlaceholderRestorer;
import dev.idpscripts.workspace.Placeholders;
import dev.idpscripts.workspace.ServerConstraints;
import dev.idpscripts.workspace.Workspace;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.ReadBack;
import dev.idpscripts.workspace.file.TextFile;
import dev.idpscripts.workspace.pull.Slugs;
import dev.idpscripts.workspace.record.CaseText;
import dev.idpscripts.workspace.yaml.FlowYaml;
import dev.idpscripts.workspace.yaml.Located;
import dev.idpscripts.workspace.yaml.Texts;
import dev.idpscripts.workspace.yaml.YamlDocument;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A script that is made from a template: put together first, written when it is known to be right. */
public final class NewScript {

    /** What a script sees of which nothing is known yet. */
    public static final JsonValue NOTHING = new JsonValue(Map.of("attributes", Map.of()));

    private static final Pattern SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    private final Path root;
    private final Environment environment;
    private final String name;
    private final String base;

    /**
     * @param root the repository
     * @param environment whose values are filled in where it is tried
     * @param name what the script is to be called
     * @throws UserError if it cannot be called that, or its files are there already
     */
    public NewScript(Path root, Environment environment, String name) {
        this.root = root;
        this.environment = environment;
        this.name = name;
        this.base = "scripts/" + new Slugs().of(name, "script");
        Problems problems = new Problems();
        ServerConstraints.name(new Located<>(name, SourceLocation.of("-Didp-scripts.name")), problems);
        if (!SOMETHING.matcher(name).find() || !problems.sorted().isEmpty()) {
            throw new UserError(
                    ErrorCode.PARAMETER_INVALID,
                    "a script cannot be called \"" + name + "\"",
                    "Give a name of 1 to 255 characters with a letter or digit in it: -Didp-scripts.name=\"Site check\"");
        }
        refuse();
    }

    private void refuse() {
        List<String> there = files().stream()
                .filter(file -> TextFile.of(root, file).exists())
                .toList();
        Workspace.Reading reading = new Workspace(root).look(environment);
        Optional<Script> same = reading.files().scripts().stream()
                .filter(script -> ObjectName.isSame(script.name(), name))
                .findFirst();
        if (!there.isEmpty() || same.isPresent()) {
            throw new UserError(
                    ErrorCode.FILES_IN_THE_WAY,
                    there.isEmpty()
                            ? "there is a script " + name + " already: "
                                    + same.orElseThrow().source().file()
                            : "a new script " + name + " would overwrite " + String.join(", ", there),
                    "Nothing was written. Give another name: -Didp-scripts.name=NAME");
        }
        reading.refuseIfHidden();
    }

    private List<String> files() {
        return List.of(base + ".rhai", base + ".yaml", base + ".tests.yaml");
    }

    /**
     * The script that this template gives.
     *
     * @throws UserError that lists every value that is missing, unknown or of the wrong type
     * @throws dev.idpscripts.model.error.InvalidFiles if it names a value that the environment does not have
     */
    public Script from(TemplateSource template, String values, Map<String, String> single) {
        PlaceholderForm form = PlaceholderForm.of(template.annotations(), template.text());
        String text = PlaceholderForm.fill(
                template.text(), TemplateValues.read(root, values, single).texts(form, template.name()));
        TextFile file = TextFile.of(root, base + ".rhai");
        Problems problems = new Problems();
        Optional<Placeholders.Filled> filled =
                new Placeholders(environment).fill(text, at -> file.positionAfter(text.substring(0, at)), problems);
        problems.throwIfAny();
        Body body = new Body(filled.orElseThrow().text());
        ServerConstraints.body(body, file, problems);
        problems.throwIfAny();
        return new Script(
                name,
                Optional.empty(),
                template.description(),
                ScriptStatus.ACTIVE,
                body,
                new Source(file.name(), text, filled.get().substitutions()),
                file.origin(),
                List.of());
    }

    /**
     * Writes its files.
     *
     * @param script what {@link #from} gave
     * @param seen what it did with {@link #NOTHING}, which its first test expects
     * @return the files
     */
    public List<String> write(Script script, RunOutcome seen) {
        PlaceholderRestorer restorer = PlaceholderRestorer.ofResults(script, environment);
        CaseText first = new CaseText(
                "a person without attributes", NOTHING.value(), Texts.object(restorer.value(CaseText.expecting(seen))));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(base + ".rhai", script.source().text());
        texts.put(base + ".yaml", metadata(script));
        texts.put(base + ".tests.yaml", first.checkedFile(base + ".tests.yaml", schema("tests")));
        texts.forEach((file, text) -> TextFile.of(root, file).create(text, "Make the folder writable."));
        return List.copyOf(texts.keySet());
    }

    private String metadata(Script script) {
        Map<String, Object> meant = new LinkedHashMap<>();
        meant.put("name", name);
        script.description().ifPresent(text -> meant.put("description", text));
        StringBuilder text = new StringBuilder(schema("script")).append('\n');
        meant.forEach((key, value) ->
                text.append(key).append(": ").append(FlowYaml.write(value)).append('\n'));
        return ReadBack.checked(
                base + ".yaml",
                text.toString(),
                new JsonValue(meant),
                YamlDocument::json,
                "Change the template's description.");
    }

    private static String schema(String kind) {
        return "# yaml-language-server: $schema=../.idp-scripts/schemas/" + kind + ".schema.json";
    }
}
