package dev.idpscripts.workspace.yaml;

import dev.idpscripts.model.JsonValue;
import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.pull.Markers;
import dev.idpscripts.workspace.file.Problems;
import dev.idpscripts.workspace.file.TextFile;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Reads a YAML file into nodes that know their place. No Java object is ever made from a tag, and depth, aliases and size
 * are bounded, so a hostile file can do no more than be refused.
 */
public final class YamlDocument {

    static final int MAX_DEPTH = 30;
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final Pattern BEYOND_UNICODE = Pattern.compile("\\\\U[89a-fA-F]");

    private YamlDocument() {}

    /** The file's mapping; an empty file is an empty mapping. Empty, with a problem added, if it is neither. */
    public static Optional<YamlObject> read(TextFile file, Problems problems) {
        return value(file, problems).flatMap(YamlValue::object);
    }

    /** The file's value; of an empty file an empty mapping. Empty, with a problem added, if it cannot be read. */
    public static Optional<YamlValue> value(TextFile file, Problems problems) {
        return file.read(problems).flatMap(text -> parse(file.name(), text, problems));
    }

    /**
     * The value of a text; of an empty one an empty mapping. Empty, with a problem added, if it is no YAML.
     *
     * @param name what the text is called in problems
     */
    public static Optional<YamlValue> parse(String name, String text, Problems problems) {
        Problems found = new Problems();
        Optional<YamlValue> value = parse(name, text, problems, found);
        OptionalInt mark = value.isPresent() ? OptionalInt.empty() : Markers.anyLine(text);
        mark.ifPresentOrElse(
                line -> problems.add(new SourceLocation(name, line, 1), Markers.problem(line)),
                () -> found.sorted().forEach(problem -> problems.add(problem.origin(), problem.message())));
        return value;
    }

    private static Optional<YamlValue> parse(String name, String text, Problems problems, Problems found) {
        try {
            Node node = yaml(text).compose(new StringReader(text));
            if (node != null) {
                NodeTree.resolve(node);
            }
            return Optional.of(new YamlValue("the file", node == null ? nothing(name) : node, name, problems));
        } catch (NotJson e) {
            found.add(origin(name, e.node()), e.getMessage());
        } catch (ReaderException e) {
            found.add(
                    TextFile.after(name, text.substring(0, Math.min(e.getPosition(), text.length()))),
                    String.format("not valid YAML: the character U+%04X is not allowed; remove it", e.getCodePoint()));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            found.add(
                    new SourceLocation(name, mark.getLine() + 1, mark.getColumn() + 1),
                    "not valid YAML: " + hint(e.getProblem()) + e.getProblem());
        } catch (NumberFormatException e) {
            // SnakeYAML counts on hexadecimal digits for an int.
            found.add(
                    TextFile.after(name, BEYOND_UNICODE.split(text, 2)[0]),
                    "not valid YAML: there is no character of this number; \\U takes 00000000 to 0010FFFF");
        } catch (YAMLException e) {
            found.add(SourceLocation.of(name), "not valid YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** What is mostly the reason for the parser's words. */
    private static String hint(String problem) {
        if (problem.contains("'\\t'")) {
            return "indent with blanks, not with tabs: ";
        }
        return problem.contains("<block ") || problem.contains("mapping values are not allowed")
                ? "check the indentation here and in the lines above: "
                : "";
    }

    private static Node nothing(String name) {
        Mark start = new Mark(name, 0, 0, 0, new int[0], 0);
        return new MappingNode(Tag.MAP, true, List.of(), start, start, DumperOptions.FlowStyle.BLOCK);
    }

    /** What a text says, as plain JSON with placeholders as they stand; empty if it cannot be read. */
    public static Optional<JsonValue> json(String text) {
        return parse("", text, new Problems())
                .flatMap(value ->
                        YamlJson.compared((inner, node) -> Optional.of(inner)).read(value))
                .map(read -> new JsonValue(read.value()));
    }

    private static Yaml yaml(String text) {
        LoaderOptions limits = limits();
        DumperOptions none = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(none), none, limits, JsonNumbers.of(text));
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        // Counted by what they stand for: NodeTree.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setCodePointLimit(MAX_CHARACTERS);
        return options;
    }

    /** Where a node begins. */
    public static SourceLocation origin(String file, Node node) {
        Mark mark = node.getStartMark();
        return new SourceLocation(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
