package dev.idpscripts.workspace;

import dev.idpscripts.model.error.EnvironmentError;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a new repository that works at once. */
public final class Scaffold {

    private static final String RESOURCES = "/dev/idpscripts/";
    private static final List<String> SCHEMAS = List.of("script", "tests", "template", "binding", "environment");

    /** Files in the repository, and what they are made from; a resource's name must not begin with a dot. */
    private static final Map<String, String> FILES = files();

    private final Path root;

    /**
     * @param root made if it is not there
     */
    public Scaffold(Path root) {
        this.root = root;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "init/pom.xml");
        files.put("README.md", "init/README.md");
        files.put(".gitignore", "init/gitignore");
        files.put(".gitattributes", "init/gitattributes");
        for (String file : List.of(
                "environments/sandbox.yaml",
                "scripts/normalize-email.rhai",
                "scripts/normalize-email.yaml",
                "scripts/normalize-email.tests.yaml",
                "scripts/display-name.rhai",
                "bindings/corporate-ldap.yaml",
                "templates/default-value.rhai",
                "templates/default-value.yaml")) {
            files.put(file, "init/" + file);
        }
        for (String schema : SCHEMAS) {
            files.put(".idp-scripts/schemas/" + schema + ".schema.json", "schemas/" + schema + ".schema.json");
        }
        return files;
    }

    /**
     * Writes all files, or none if one of them is there already.
     *
     * @param values what <code>${name}</code> in the files stands for
     * @return the files, relative to the root
     * @throws UserError if files are in the way
     */
    public List<String> write(Map<String, String> values) {
        List<String> inTheWay = FILES.keySet().stream()
                .filter(file -> Files.exists(root.resolve(file)))
                .toList();
        if (!inTheWay.isEmpty()) {
            throw new UserError(
                    ErrorCode.FILES_IN_THE_WAY,
                    "a new repository would overwrite files in " + root + ": " + String.join(", ", inTheWay),
                    "Nothing was written. Use an empty folder: -Didp-scripts.directory=DIR");
        }
        FILES.forEach((file, resource) -> write(root.resolve(file), fill(read(resource), values)));
        return List.copyOf(FILES.keySet());
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static String read(String resource) {
        try (InputStream in = Scaffold.class.getResourceAsStream(RESOURCES + resource)) {
            if (in == null) {
                throw new IllegalStateException("the plugin lacks its resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the plugin's resource " + resource + " cannot be read", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new EnvironmentError(
                    ErrorCode.OUTPUT_FAILED,
                    "cannot write " + file + ": " + e.getMessage(),
                    "Is the folder writable?",
                    e);
        }
    }
}
